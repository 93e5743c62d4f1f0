import { expect, it } from 'vitest'
import { TemplateParts } from './template-parts'

it('asks for 200 values at most; the others stand as they are', () => {
  const parts = new TemplateParts()
  const values = Array.from({ length: 202 }, (_, index) =>
    parts.parameter(`P${index}`, `${index}`, { Default: `value ${index}`, Description: 'A value.' }),
  )
  const again = parts.parameter('P0', '0', { Default: 'value 0', Description: 'A value.' })
  expect([values[199], values[200], values[201], again, Object.keys(parts.parameters).length]).toEqual([
    { Ref: 'P199' },
    'value 200',
    'value 201',
    { Ref: 'P0' },
    200,
  ])
})

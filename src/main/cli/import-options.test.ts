import { describe, expect, it } from 'vitest'
import { UsageError } from './command'
import { importOptions } from './import-options'

describe('importOptions', () => {
  it('takes the type, the stage and parameters, whose values may have equals signs', () => {
    expect(importOptions({ type: 'http', stage: 'v1', parameter: ['Stage=test', 'Query=a=b', 'Empty='] })).toEqual({
      protocolType: 'HTTP',
      stage: 'v1',
      parameters: { Stage: 'test', Query: 'a=b', Empty: '' },
    })
    expect(importOptions({})).toEqual({})
  })

  it.each([
    [{ type: 'soap' }, '--type is rest or http, not soap.'],
    [{ parameter: ['Stage'] }, '--parameter takes NAME=VALUE, not Stage.'],
    [{ parameter: ['=x'] }, '--parameter takes NAME=VALUE, not =x.'],
    [{ parameter: ['A=1', 'A=2'] }, '--parameter gives A twice.'],
  ])('refuses %j', (values, message) => {
    expect(() => importOptions(values)).toThrow(new UsageError(message))
  })
})

import { expect, it } from 'vitest'
import { COMPARISON_OPERATORS } from '@shared/design/alarm'
import { isBreaching } from './is-breaching'

it('compares below, at and above the threshold', () => {
  const answers = COMPARISON_OPERATORS.map((operator) => [4, 5, 6].map((value) => isBreaching(operator, value, 5)))
  expect(answers).toEqual([
    [false, true, true],
    [false, false, true],
    [true, false, false],
    [true, true, false],
  ])
})

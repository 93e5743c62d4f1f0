import { expect, it } from 'vitest'
import { idleCostText } from './idle-cost-text'

it('keeps the digits that a small sum needs', () => {
  expect([0.032_86, 0.5, 1.1, 2364].map(idleCostText)).toEqual(['$0.0329', '$0.5', '$1.10', '$2,364'])
})

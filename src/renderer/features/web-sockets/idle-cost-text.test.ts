import { expect, it } from 'vitest'
import { idleCostText } from './idle-cost-text'

it('keeps the digits that a small sum needs', () => {
  expect([0.03285, 0.5, 1.095, 2364].map(idleCostText)).toEqual(['$0.0329', '$0.5', '$1.10', '$2,364'])
})

import { expect, it } from 'vitest'
import { secretText, valueText } from './value-text'

it.each([
  ['a text', 'a text'],
  ['', '""'],
  [5, '5'],
  [false, 'false'],
  [['GET', 'POST'], 'GET, POST'],
  [[], 'none'],
  [{ a: [1] }, '{"a":[1]}'],
  [[{ a: 1 }], '[{"a":1}]'],
])('%j reads %s', (value, text) => {
  expect(valueText(value)).toBe(text)
})

it('a secret shows its end, when that is not half of it', () => {
  expect([secretText('a1b2c3d4e5f6a7b8c9d0'), secretText('short')]).toEqual(['…c9d0', '…'])
})

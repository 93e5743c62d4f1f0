import { expect, test } from 'vitest'
import { parseNumber, ruleText } from './number-input'

test('numbers are read with and without separators', () => {
  expect(['100', ' 1,000 ', '0.5', '.5', '5.', '-3'].map((text) => parseNumber(text, {}))).toEqual([
    { value: 100 },
    { value: 1000 },
    { value: 0.5 },
    { value: 0.5 },
    { value: 5 },
    { value: -3 },
  ])
})

test('an empty field has no value, or breaks the rule where one is needed', () => {
  expect([parseNumber('', { min: 0 }), parseNumber(' ', { min: 0, required: true })]).toEqual([
    { value: undefined },
    { error: 'A number, 0 or more' },
  ])
})

test('what is no number, outside its range or not whole is answered with the rule', () => {
  const rule = { min: 0, max: 5000, integer: true }
  const error = 'A whole number from 0 to 5,000'
  expect(['ten', '1e3', 'NaN', '-1', '5001', '1.5', '0x10'].map((text) => parseNumber(text, rule))).toEqual(
    Array.from({ length: 7 }, () => ({ error })),
  )
  expect([parseNumber('0', rule), parseNumber('5000', rule)]).toEqual([{ value: 0 }, { value: 5000 }])
})

test('a rule says what it knows', () => {
  expect([ruleText({}), ruleText({ max: 10 }), ruleText({ min: 1, integer: true })]).toEqual([
    'A number',
    'A number, 10 or less',
    'A whole number, 1 or more',
  ])
})

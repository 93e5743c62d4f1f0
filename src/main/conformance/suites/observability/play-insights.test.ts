import { expect, it } from 'vitest'
import { OBSERVABILITY_SUITE } from '../observability'
import { playInsights } from './play-insights'

const play = (given: object, expected: object) => {
  const { outcome, message } = playInsights({ id: 'x', given, expect: expected })
  return message === undefined ? outcome : `${outcome}: ${message}`
}

it('plays expressions, whatever kind of value is expected', () => {
  expect([
    play({ expression: 'concat("a", "b")' }, { result: 'ab' }),
    play({ expression: '7 % 4' }, { result: 3 }),
    play({ expression: 'isValidIpV4("203.0.113.9")' }, { result: true }),
    play({ expression: 'strcontains("abc", "b")' }, { result: true }),
    play({ expression: 'sqrt(-1)' }, { result: null }),
    play({ expression: 'concat("a", "b")' }, { result: 'ba' }),
    play({ expression: 'concat("a", ' }, { result: 'ba' }),
  ]).toEqual([
    'passed',
    'passed',
    'passed',
    'passed',
    'passed',
    'failed: expected "ba", found "ab"',
    'failed: A field, a value or a function is missing before the end of the query.',
  ])
})

it('plays functions whose argument is given in words', () => {
  const at = '2024-02-29T23:59:59.500Z'
  expect([
    play({ expression: `toMillis of ${at}` }, { result: 1_709_251_199_500 }),
    play({ expression: 'fromMillis of 1709251199500' }, { result: '2024-02-29T23:59:59.500Z' }),
    play({ expression: `bin(1h) of ${at}` }, { result: '2024-02-29 23:00:00.000' }),
  ]).toEqual(['passed', 'passed', 'passed'])
})

it('plays queries over one message', () => {
  const given = { message: 'took 12 ms', query: 'parse @message "took * *" as amount, unit' }
  expect([
    play(given, { fields: { amount: 12, unit: 'ms' } }),
    play({ ...given, message: 'else' }, { fields: { amount: null, unit: null } }),
    play(given, { fields: { amount: '13', unit: 'ms' } }),
  ]).toEqual(['passed', 'passed', 'failed: fields.amount: expected "13", found "12"'])
})

it('skips what it does not understand', () => {
  expect([play({}, { result: 1 }), play({ expression: '1' }, { rows: [] }), play({ query: 'limit 1' }, {})]).toEqual([
    'skipped: there is no expression and no query',
    'skipped: no result is expected',
    'skipped: no fields are expected',
  ])
})

it('is part of the suite of the folder', () => {
  const content = { id: 'a', area: 'logs-insights-functions', given: { expression: '2 ^ 5' }, expect: { result: 32 } }
  const folder = { files: ['a.json'], text: () => '', json: () => content }
  expect(OBSERVABILITY_SUITE.play(folder)).toEqual([{ id: 'a', outcome: 'passed' }])
})

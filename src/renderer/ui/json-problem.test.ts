import { expect, it } from 'vitest'
import { parseJson } from './json-problem'

function problemOf(text: string): string | undefined {
  const parsed = parseJson(text)
  return 'problem' in parsed ? `${parsed.problem.line}:${parsed.problem.column} ${parsed.problem.message}` : undefined
}

it('gives the value of a valid text', () => {
  expect(parseJson('{"a": [1, -2.5e3, true, null, "\\u00e9"]}')).toEqual({ value: { a: [1, -2500, true, null, 'é'] } })
})

it('finds the line and the column of the first fault', () => {
  expect(
    [
      '{\n  "a": 1\n  "b": 2\n}',
      '{\n  "a": 1,\n}',
      '{"a" 1}',
      "{'a': 1}",
      '[1, 2',
      '[1, 02]',
      '{"a": tru}',
      '{"a": 1} x',
      '{"a": "b',
      '',
      '[1}',
    ].map(problemOf),
  ).toEqual([
    '3:3 A comma or a closing bracket is expected here',
    '3:1 A name in double quotes is expected here',
    '1:6 A colon is expected here',
    '1:2 Texts are in double quotes',
    '1:6 A closing bracket is missing at the end',
    '1:5 A value is expected here',
    '1:7 A value is expected here',
    '1:10 Nothing more is expected here',
    '1:7 This text has no closing quote, or an escape that JSON does not know',
    '1:1 A value is missing at the end',
    '1:3 A comma or a closing bracket is expected here',
  ])
})

it('does not run out of stack on a text nested deeply', () => {
  expect(problemOf('['.repeat(200_000))).toBe('1:200001 A value or ] is missing at the end')
})

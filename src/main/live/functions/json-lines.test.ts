import { expect, test } from 'vitest'
import { JsonLines } from './json-lines'

function valuesOf(parts: readonly string[], longest?: number): unknown[] {
  const values: unknown[] = []
  const lines = new JsonLines((value) => values.push(value), longest)
  for (const part of parts) lines.write(Buffer.from(part, 'latin1'))
  return values
}

test('gives the value of each line, however the bytes come', () => {
  const check = Buffer.from('\u2713').toString('latin1')
  expect(valuesOf([`{"a":1}\n[2]\n"${check.slice(0, 1)}`, `${check.slice(1)}"`, '\n3'])).toEqual([
    { a: 1 },
    [2],
    '\u2713',
  ])
})

test('gives undefined for a line that is no JSON or is too long, and goes on', () => {
  expect(valuesOf(['{\n\n[1,', '2,3]\n4\n'], 5)).toEqual([undefined, undefined, undefined, 4])
})

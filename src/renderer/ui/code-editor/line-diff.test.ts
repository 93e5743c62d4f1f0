import { expect, test } from 'vitest'
import { diffLines } from './line-diff'

/** "-b" for a removed line, "+2 x" for an added one, "1 a" for one that both have. */
function drawn(expected: string, actual: string): string[] {
  const marks = { same: '', removed: '-', added: '+' }
  return diffLines(expected, actual).map(
    ({ kind, text, line }) => `${marks[kind]}${line === null ? '' : `${line} `}${text}`,
  )
}

test('equal texts have no differences', () => {
  expect(drawn('a\nb', 'a\nb')).toEqual(['1 a', '2 b'])
})

test('a changed line is removed and added', () => {
  expect(drawn('a\nb\nc', 'a\nx\nc')).toEqual(['1 a', '-b', '+2 x', '3 c'])
})

test('an added line does not make those after it differ', () => {
  expect(drawn('a\nb\nc', 'a\nx\nb\nc')).toEqual(['1 a', '+2 x', '3 b', '4 c'])
})

test('finds the lines that stayed between several changes', () => {
  expect(drawn('a\nb\nc\nd\ne', 'b\nx\nd\ny\ne')).toEqual(['-a', '1 b', '-c', '+2 x', '3 d', '+4 y', '5 e'])
})

test('an empty text lacks every line', () => {
  expect([drawn('a\nb', ''), drawn('', 'a')]).toEqual([
    ['-a', '-b', '+1 '],
    ['-', '+1 a'],
  ])
})

test('a missing line ending at the end is a difference, another kind of ending is not', () => {
  expect([drawn('a\n', 'a'), drawn('a\r\nb', 'a\nb')]).toEqual([
    ['1 a', '-'],
    ['1 a', '2 b'],
  ])
})

test('the lines without the removed ones are the actual text, without the added ones the expected text', () => {
  const expected = Array.from({ length: 60 }, (_, index) => `${(index * 7) % 11}`).join('\n')
  const actual = Array.from({ length: 50 }, (_, index) => `${(index * 5) % 13}`).join('\n')
  const lines = diffLines(expected, actual)
  const joined = (left: 'removed' | 'added') =>
    lines
      .filter(({ kind }) => kind !== left)
      .map(({ text }) => text)
      .join('\n')
  expect([joined('removed'), joined('added')]).toEqual([actual, expected])
})

test('two long texts without a common line are all removed and added', () => {
  const long = (prefix: string) => Array.from({ length: 3_000 }, (_, index) => prefix + index).join('\n')
  const lines = diffLines(`same\n${long('a')}`, `same\n${long('b')}`)
  expect([lines.length, lines[0]?.kind, lines[1]?.kind, lines.at(-1)?.kind]).toEqual([
    6_001,
    'same',
    'removed',
    'added',
  ])
})

import { expect, test } from 'vitest'
import { applyChanges, modelText, offsetOf, placeOf, textLines } from './text-lines'

const change = (from: readonly [number, number], to: readonly [number, number], text: string) => ({
  range: { startLineNumber: from[0], startColumn: from[1], endLineNumber: to[0], endColumn: to[1] },
  text,
})

test('finds the lines of a text whose endings differ', () => {
  expect(textLines('a\r\nb\nc\rd\r\n')).toEqual({ text: 'a\r\nb\nc\rd\r\n', starts: [0, 3, 5, 7, 10], ending: '\r\n' })
})

test.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\rb', '\r'],
  ['a\r\nb\nc', '\n'],
])('the ending of %j is %j', (text, ending) => {
  expect(textLines(text).ending).toBe(ending)
})

test('every offset comes back from its place, but for those inside of an ending', () => {
  const lines = textLines('ab\r\n\nc\r')
  const back = [...`${lines.text}.`].map((_, offset) => offsetOf(lines, placeOf(lines, offset)))
  expect(back).toEqual([0, 1, 2, 2, 4, 5, 6, 7])
})

test('a place beyond the text is at its end', () => {
  const lines = textLines('ab\ncd')
  expect([offsetOf(lines, { lineNumber: 1, column: 9 }), offsetOf(lines, { lineNumber: 9, column: 9 })]).toEqual([2, 5])
  expect([placeOf(lines, 99), placeOf(lines, -1)]).toEqual([
    { lineNumber: 2, column: 3 },
    { lineNumber: 1, column: 1 },
  ])
})

test('a byte order mark is not part of the first line', () => {
  const lines = textLines('\uFEFFab')
  expect([modelText(lines), offsetOf(lines, { lineNumber: 1, column: 1 })]).toEqual(['ab', 1])
})

test('typing keeps every other line ending as it is', () => {
  const lines = textLines('a\r\nb\nc')
  expect(applyChanges(lines, [change([2, 2], [2, 2], 'x')]).text).toBe('a\r\nbx\nc')
})

test('a new line ends as most do', () => {
  const lines = textLines('a\r\nb\r\nc')
  expect(applyChanges(lines, [change([1, 2], [1, 2], '\nx')]).text).toBe('a\r\nx\r\nb\r\nc')
})

test('several changes of one step all count from the text before', () => {
  const lines = textLines('one\ntwo\nthree')
  const changes = [change([3, 1], [3, 6], '3'), change([1, 1], [1, 4], '1\n1')]
  expect(applyChanges(lines, changes).text).toBe('1\n1\ntwo\n3')
})

test('deleting a line takes its ending along', () => {
  expect(applyChanges(textLines('a\r\nb\nc'), [change([1, 1], [2, 1], '')]).text).toBe('b\nc')
})

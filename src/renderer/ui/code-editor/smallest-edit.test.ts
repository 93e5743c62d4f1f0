import { expect, test } from 'vitest'
import { smallestEdit } from './smallest-edit'

function applied(before: string, after: string): string {
  const edit = smallestEdit(before, after)
  return edit === null ? before : before.slice(0, edit.start) + edit.text + before.slice(edit.end)
}

test('equal texts need no edit', () => {
  expect(smallestEdit('abc', 'abc')).toBeNull()
})

test('leaves out what both texts begin and end with', () => {
  expect(smallestEdit('{"a": 1, "b": 2}', '{"a": 15, "b": 2}')).toEqual({ start: 7, end: 7, text: '5' })
})

test('does not count the same character for both ends', () => {
  expect(smallestEdit('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' })
})

test('keeps the halves of a character together', () => {
  expect([smallestEdit('😀', '😁'), smallestEdit('x\u{1F600}', 'x\u{1FA00}')]).toEqual([
    { start: 0, end: 2, text: '😁' },
    { start: 1, end: 3, text: '\u{1FA00}' },
  ])
})

test.each([
  ['', 'abc'],
  ['abc', ''],
  ['abcabc', 'abc'],
  ['abc', 'abcabc'],
  ['one two', 'two one'],
  ['a😀b', 'a😁b'],
  ['\u{1F600}', '\u{1FA00}'],
  ['\u{1FA00}a', '\u{1F600}a'],
])('turns %j into %j', (before, after) => {
  expect(applied(before, after)).toBe(after)
})

import { expect, test } from 'vitest'
import { sampleFromPattern } from './sample-from-pattern'

test.each([
  ['^[A-Z0-9]{10}$', 'ABCDEFGHIJ'],
  ['^ord_\\d+$', 'ord_0'],
  ['^(cat|dog)s?$', 'cats'],
  ['[^abc]{2,}', 'de'],
  ['^\\+?[1-9]\\d{3,14}$', '+1012'],
  ['^(?:ab){2}\\.x*$', 'abab.x'],
  ['^[\\w.-]+@[a-z]+\\.com$', 'a@a.com'],
  ['a{0}b', 'b'],
  ['\\u0041\\S', 'Aa'],
  ['', ''],
])('gives a text that %s matches', (pattern, sample) => {
  expect(sampleFromPattern(pattern)).toBe(sample)
  expect(new RegExp(pattern, 'u').test(sample)).toBe(true)
})

test.each(['(?=a)b', '(a)\\1', '\\bword', '[]', '[b-a]', '(a', 'a)', '*a', 'x{999}', '(a{99}){99}', '\\', '[a'])(
  'gives none for %s',
  (pattern) => {
    expect(sampleFromPattern(pattern)).toBeNull()
  },
)

test('gives none for brackets without end', () => {
  expect([sampleFromPattern('('.repeat(5000)), sampleFromPattern('('.repeat(1000))]).toEqual([null, null])
})

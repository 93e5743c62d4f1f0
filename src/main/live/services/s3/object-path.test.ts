import { describe, expect, test } from 'vitest'
import { partOfName, pathOfKey } from './object-path'

describe('the path of a key', () => {
  test.each([
    ['orders/2026/a b.json', ['orders', '2026', 'a b.json']],
    ['../../etc/passwd', ['.%2E', '.%2E', 'etc', 'passwd']],
    ['./a', ['%2E', 'a']],
    ['/etc/passwd', ['%', 'etc', 'passwd']],
    ['a//b/', ['a', '%', 'b', '%']],
    ['C:\\Windows', ['C%3A%5CWindows']],
    ['50%', ['50%25']],
    ['con/NUL.txt/com1', ['%63on', '%4EUL.txt', '%63om1']],
    ['a. ', ['a.%20']],
    ['Zürich\u0000', ['Z%C3%BCrich%00']],
    ['__proto__', ['__proto__']],
  ])('of %j is %j', (key, path) => {
    expect(pathOfKey(key)).toEqual(path)
    expect(path.map(partOfName).join('/')).toBe(key)
  })

  test('is null for what no file can be called', () => {
    expect([pathOfKey('a'.repeat(201)), pathOfKey('a/'.repeat(100)), pathOfKey('é'.repeat(40))]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('leaves out names that no key has', () => {
    expect(['%2e', '%41', 'a%.json', '%zz', '..', 'a.'].map(partOfName)).toEqual([null, null, null, null, null, null])
  })
})

import { describe, expect, it } from 'vitest'
import { outputJson } from './output-json'

describe('outputJson', () => {
  it.each(['{}', ' [1, 2.0, "a\\u00e9"]\n', 'null', '"x"', '-1.5e3', '{"a":1,"a":2}', '{"__proto__":1}', '1e999'])(
    'takes %s for JSON',
    (text) => {
      expect(outputJson(text)).toEqual({ valid: true })
    },
  )

  it.each([
    ['{\n  "price": \n}', 3, 1, '"}" where a value must stand.'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '""" where a comma or "}" must stand.'],
    ['[1, 2,]', 1, 6, 'A comma before "]". JSON allows none after the last member; remove it.'],
    ['{a=b}', 1, 2, '"a" where a key in double quotes must stand.'],
    ['{} {}', 1, 4, '"{" after the end of the document. Remove it.'],
    ["{'a': 1}", 1, 2, '"\'" where a key in double quotes must stand.'],
    ['"it\\\'s"', 1, 4, '"\\\'" is no escape of JSON. Write a backslash as \\\\.'],
    ['"a\nb"', 1, 3, 'A line break within a text in quotes. Close the quotes, or write it as \\n or \\u00XX.'],
    ['', 1, 1, 'The output is empty.'],
    [' \n ', 1, 1, 'The output is empty.'],
    ['\ufeff{}', 1, 1, 'The output begins with a byte order mark.'],
    ['Action=SendMessage', 1, 1, '"A" where a value must stand.'],
  ])('says where %j stops being JSON', (text, line, column, message) => {
    expect(outputJson(text)).toEqual({ valid: false, message, line, column })
  })

  it('takes the deepest nesting without running out of stack', () => {
    const depth = 100_000
    expect(outputJson('['.repeat(depth) + ']'.repeat(depth))).toEqual({ valid: true })
    expect(outputJson('['.repeat(depth))).toMatchObject({ valid: false, line: 1, column: 1001 })
  })
})

import { expect, it } from 'vitest'
import { jsLiteral } from './js-literal'

it('keeps short values on a line and breaks long ones', () => {
  expect(jsLiteral({ a: 1, 'b-c': [true, null, 'x'], d: undefined })).toBe('{ a: 1, "b-c": [true, null, "x"] }')
  const long = 'x'.repeat(120)
  expect(jsLiteral({ a: [long, 1], b: {} })).toBe(`{\n  a: [\n    "${long}",\n    1,\n  ],\n  b: {},\n}`)
})

it('spells out the line separators of JavaScript', () => {
  expect(jsLiteral('a\u2028b\u2029"\n')).toBe('"a\\u2028b\\u2029\\"\\n"')
})

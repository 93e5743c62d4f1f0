import { describe, expect, test } from 'vitest'
import { prettyJson } from './pretty-json'

describe('prettyJson', () => {
  test('breaks and indents', () => {
    expect(prettyJson('{"a":[1,{"b":true}],"c":{}, "d" : [ ]}')?.text).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": true\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    )
  })

  test('keeps numbers and escapes as they are written', () => {
    expect(prettyJson('[24.50,12345678901234567890,"\\u00e9, {}"]')?.text).toBe(
      '[\n  24.50,\n  12345678901234567890,\n  "\\u00e9, {}"\n]',
    )
  })

  test('gives null for what is not JSON', () => {
    expect([prettyJson('{"a":}'), prettyJson('')]).toEqual([null, null])
  })

  test('leads from a place to its place in the other text', () => {
    const text = '{"a":  "xyz"}'
    const pretty = prettyJson(text)
    const there = pretty?.text.indexOf('y') ?? -1
    expect([pretty?.originalOf(there), pretty?.prettyOf(text.indexOf('y'))]).toEqual([text.indexOf('y'), there])
  })

  test('a deep text grows no faster than its depth allows', () => {
    const depth = 3000
    const pretty = prettyJson('['.repeat(depth) + ']'.repeat(depth))
    expect(pretty?.text.length).toBeLessThan(depth * 2 * 132)
  })
})

import { describe, expect, it } from 'vitest'
import { callText } from '../java/testing/java-call'
import { double, map } from '../java/testing/java-values'
import { utilVariable } from './util-variable'

const util = utilVariable()

describe('$util', () => {
  it('escapes for JavaScript', () => {
    expect(callText(util, 'escapeJavaScript', `it's "é"/`)).toBe(JSON.stringify(String.raw`it\'s \"\u00E9\"\/`))
  })

  it('reads JSON, leniently', () => {
    expect([
      callText(util, 'parseJson', '{"a":[1,{"b":2.50}]}'),
      callText(util, 'parseJson', '"s"'),
      callText(util, 'parseJson', 'not json'),
      callText(util, 'parseJson', ''),
      callText(util, 'parseJson', '{a'),
    ]).toEqual([
      'LinkedHashMap {a=[1,{"b":2.5}]}',
      '"s"',
      '"not json"',
      '""',
      'throws net.minidev.json.parser.ParseException',
    ])
  })

  it('encodes and decodes URLs', () => {
    expect([
      callText(util, 'urlEncode', 'a b&c'),
      callText(util, 'urlDecode', 'a+b%26c'),
      callText(util, 'urlDecode', '%zz'),
    ]).toEqual(['"a+b%26c"', '"a b&c"', 'throws java.lang.IllegalArgumentException'])
  })

  it('encodes and decodes Base64', () => {
    expect([
      callText(util, 'base64Encode', 'user:päss'),
      callText(util, 'base64Decode', 'dXNlcjpww6Rzcw=='),
      callText(util, 'base64Decode', '!'),
    ]).toEqual(['"dXNlcjpww6Rzcw=="', '"user:päss"', 'throws java.lang.IllegalArgumentException'])
  })

  it('gives null for null', () => {
    const names = ['escapeJavaScript', 'parseJson', 'urlEncode', 'urlDecode', 'base64Encode', 'base64Decode']
    expect(names.map((name) => callText(util, name, null))).toEqual(names.map(() => 'null'))
  })

  it('takes one string and nothing else', () => {
    expect([
      callText(util, 'escapeJavaScript', 5),
      callText(util, 'urlEncode', map({})),
      callText(util, 'base64Encode', double(1)),
      callText(util, 'base64Encode', 'a', 'b'),
      callText(util, 'parseJson'),
      callText(util, 'toJson', map({})),
    ]).toEqual(Array.from({ length: 6 }, () => 'no such method'))
  })
})

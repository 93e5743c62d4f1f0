import { describe, expect, it } from 'vitest'
import { JavaArray } from '../java/java-array'
import { JavaChar } from '../java/java-char'
import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { JavaMapView } from '../java/java-map-view'
import { JavaBigDecimal, JavaBigInteger, JavaDouble, JavaFloat, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { parseJson } from './parse-json'
import { writeJson } from './write-json'

function failure(value: JavaValue, maxLength?: number): string {
  try {
    return `written as ${writeJson(value, 'plain', maxLength)}`
  } catch (error) {
    if (error instanceof JavaException) return error.className
    throw error
  }
}

describe('writeJson', () => {
  it('writes back what was read, without blanks', () => {
    const text = '{"a":[1,"x",null,true,[],{}],"b":{"c":12345678901,"d":1.5}}'
    expect(writeJson(parseJson(text.replaceAll(',', ' , ')), 'plain')).toBe(text)
  })

  it('escapes quotes, backslashes, control characters and what breaks lines', () => {
    expect(writeJson('it\'s "a\\b"\n\r\t\f\b\u{0}\u{1f}\u{7f}\u{9f}\u{a0}é\u{2028}\u{20ff}\u{2100}😀', 'plain')).toBe(
      String.raw`"it's \"a\\b\"\n\r\t\f\b\u0000\u001F\u007F\u009F` +
        '\u{a0}é' +
        String.raw`\u2028\u20FF` +
        '\u{2100}😀"',
    )
  })

  it('escapes the slash only in the style of a printed list', () => {
    const value = parseJson('{"a/b":["c/d"]}')
    expect([writeJson(value, 'plain'), writeJson(value, 'web-safe'), writeJson('/', 'web-safe')]).toEqual([
      '{"a/b":["c/d"]}',
      String.raw`{"a\/b":["c\/d"]}`,
      String.raw`"\/"`,
    ])
  })

  it('writes numbers the way Java prints them, but no infinity', () => {
    const numbers = [
      -5,
      new JavaLong(2n ** 40n),
      new JavaDouble(100),
      new JavaDouble(1e-5),
      new JavaDouble(-Infinity),
      new JavaDouble(NaN),
      new JavaFloat(Infinity),
      new JavaBigInteger(10n ** 20n),
      new JavaBigDecimal(150n, 2),
    ]
    expect(writeJson(new JavaList(numbers), 'plain')).toBe(
      '[-5,1099511627776,100.0,1.0E-5,null,NaN,null,100000000000000000000,1.50]',
    )
  })

  it('writes single values', () => {
    expect([null, true, 7, 'a', new JavaDouble(2)].map((value) => writeJson(value, 'plain'))).toEqual([
      'null',
      'true',
      '7',
      '"a"',
      '2.0',
    ])
  })

  it('writes keys as text', () => {
    const map = JavaMap.of([
      [1, 'a'],
      [new JavaDouble(1.5), null],
      [true, 2],
      [new JavaChar('/'), 3],
      [new JavaList([1], 'net.minidev.json.JSONArray'), 4],
    ])
    expect(writeJson(map, 'web-safe')).toBe(String.raw`{"1":"a","1.5":null,"true":2,"\/":3,"[1]":4}`)
  })

  it('writes every list, part of a map and array of objects as a list', () => {
    const map = JavaMap.of([['k', 'v']])
    expect(
      [
        new JavaList(['a'], 'java.util.Arrays$ArrayList'),
        new JavaMapView(map, 'keys'),
        new JavaMapView(map, 'values'),
        new JavaArray(['x', null], '[Ljava.lang.String;'),
      ].map((value) => writeJson(value, 'plain')),
    ).toEqual(['["a"]', '["k"]', '["v"]', '["x",null]'])
  })

  it('writes an object that it does not know as one without members', () => {
    expect(writeJson(new JavaList([new JavaChar('x')]), 'plain')).toBe('[{}]')
  })

  it('fails where json-smart fails', () => {
    const map = JavaMap.of([['k', 'v']])
    expect([
      failure(new JavaArray([new JavaChar('x')], '[C')),
      failure(new JavaArray([1], '[B')),
      failure(new JavaMapView(map, 'entries')),
      failure(JavaMap.of([[null, 1]])),
    ]).toEqual([
      'java.lang.ClassCastException',
      'java.lang.ClassCastException',
      'java.lang.IllegalAccessError',
      'java.lang.NullPointerException',
    ])
  })

  it('ends with an error for a list in itself', () => {
    const list = new JavaList([])
    list.splice(0, 0, [list])
    expect(failure(list)).toBe('java.lang.StackOverflowError')
  })

  it('ends with an error for few values that make endless text', () => {
    let list = new JavaList(['x'])
    for (let level = 0; level < 60; level++) list = new JavaList([list, list])
    expect(failure(list)).toBe('java.lang.OutOfMemoryError')
  })

  it('writes up to the length it is given and not more', () => {
    const list = new JavaList(['ab', 'cd'])
    expect([failure(list, 11), failure(list, 10)]).toEqual(['written as ["ab","cd"]', 'java.lang.OutOfMemoryError'])
  })

  it('writes long lists whole', () => {
    const list = new JavaList(Array.from({ length: 10_000 }, (_, index) => index))
    expect(writeJson(list, 'plain')).toBe(`[${Array.from({ length: 10_000 }, (_, index) => index).join(',')}]`)
  })
})

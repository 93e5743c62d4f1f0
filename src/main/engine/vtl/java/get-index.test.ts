import { describe, expect, it } from 'vitest'
import { getIndex } from './get-index'
import { outcome } from './testing/java-call'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'
import { chars, double, json, list, long, map, strings } from './testing/java-values'

function read(target: Exclude<JavaValue, null>, index: JavaValue): string {
  return outcome(() => getIndex(target, index))
}

describe('getIndex', () => {
  it('counts from the start, and from the end below zero', () => {
    const items = json('a', 'b', 'c')
    expect([0, 2, -1, -3].map((index) => read(items, index))).toEqual(['"a"', '"c"', '"c"', '"a"'])
  })

  it('fails outside of the list', () => {
    expect([3, -4].map((index) => read(list('a', 'b', 'c'), index))).toEqual([
      'throws java.lang.IndexOutOfBoundsException',
      'throws java.lang.IndexOutOfBoundsException',
    ])
  })

  it('reads arrays', () => {
    expect([read(strings('a', 'b'), -1), read(chars('ab'), 0), read(strings('a'), 5)]).toEqual([
      '"b"',
      'Character a',
      'throws java.lang.ArrayIndexOutOfBoundsException',
    ])
  })

  it('reads maps by keys of any class', () => {
    const members = JavaMap.of([
      ['a', 1],
      [3, 'three'],
      [long(3n), 'long'],
      [double(1.5), 'half'],
      [null, 'none'],
    ])
    expect(['a', 3, long(3n), double(1.5), null, 'z'].map((key) => read(members, key))).toEqual([
      'Integer 1',
      '"three"',
      '"long"',
      '"half"',
      '"none"',
      'null',
    ])
  })

  it('counts a negative index of a map from its size, as Velocity does', () => {
    expect(read(JavaMap.of([[1, 'one']]), -0)).toBe('null')
    expect(
      read(
        JavaMap.of([
          [1, 'one'],
          ['b', 2],
        ]),
        -1,
      ),
    ).toBe('"one"')
  })

  it('finds nothing in strings and numbers, nor by a text in a list', () => {
    expect([read('abc', 0), read(5, 0), read(list(1), 'a'), read(list(1), null)]).toEqual(
      Array.from({ length: 4 }, () => 'no such method'),
    )
  })

  it('fails for a negative index of what has no size', () => {
    expect([read('abc', -1), read(5, -1), read(map({}).keys.length, -1)]).toEqual(
      Array.from({ length: 3 }, () => 'throws org.apache.velocity.exception.VelocityException'),
    )
  })
})

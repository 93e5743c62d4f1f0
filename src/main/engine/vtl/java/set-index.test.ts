import { describe, expect, it } from 'vitest'
import { outcome } from './testing/java-call'
import type { JavaValue } from './java-value'
import { json, list, map, strings } from './testing/java-values'
import { setIndex } from './set-index'
import { toJavaString } from './to-java-string'

/** Whether it could be set, and what became of the target. */
function write(target: Exclude<JavaValue, null>, index: JavaValue, value: JavaValue): string {
  return `${outcome(() => setIndex(target, index, value))}: ${toJavaString(target)}`
}

describe('setIndex', () => {
  it('replaces elements of a list', () => {
    expect(write(json('a', 'b'), 0, 'z')).toBe('true: ["z","b"]')
    expect(write(list('a', 'b'), -1, null)).toBe('true: [a, null]')
  })

  it('fails outside of the list', () => {
    expect(write(list('a'), 1, 'z')).toBe('throws java.lang.IndexOutOfBoundsException: [a]')
  })

  it('puts into a map', () => {
    expect(write(map({ a: 1 }), 'b', 2)).toBe('true: {a=1, b=2}')
    expect(write(map({ a: 1 }), 'a', null)).toBe('true: {a=null}')
  })

  it('replaces elements of an array by values of its class only', () => {
    const array = strings('a')
    setIndex(array, 0, 'z')
    expect([toJavaString(array.items[0] ?? ''), outcome(() => setIndex(array, 0, 1))]).toEqual([
      'z',
      'throws java.lang.IllegalArgumentException',
    ])
  })

  it('finds nothing to set in strings and numbers', () => {
    expect([setIndex('abc', 0, 'x'), setIndex(5, 0, 1)]).toEqual([false, false])
  })
})

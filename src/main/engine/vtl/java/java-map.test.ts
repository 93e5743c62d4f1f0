import { describe, expect, it } from 'vitest'
import { callMethod } from './call-method'
import { callText } from './testing/java-call'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'
import { big, byte, char, decimal, double, float, list, long, map, short } from './testing/java-values'
import { toJavaString } from './to-java-string'

describe('a map', () => {
  it('keeps keys of different classes apart, and gives them back as they were', () => {
    const keys: readonly JavaValue[] = [
      1,
      '1',
      long(1n),
      double(1),
      float(1),
      short(1),
      byte(1),
      big(1n),
      decimal(1n, 0),
      decimal(10n, 1),
      char('1'),
      true,
      'true',
      null,
      'null',
      double(0),
      double(-0),
      double(NaN),
    ]
    const members = JavaMap.of(keys.map((key, index) => [key, index] as const))
    expect(members.keys()).toEqual(keys)
    expect(keys.map((key) => members.get(key))).toEqual(keys.map((_, index) => index))
  })

  it('finds what an equal key was put for', () => {
    const members = JavaMap.of([[long(5n), 'five']])
    expect([members.get(long(5n)), members.has(long(5n)), members.remove(long(5n)), members.size]).toEqual([
      'five',
      true,
      'five',
      0,
    ])
  })

  it('is not misled by texts that look like its own marks', () => {
    const texts = ['\0java.lang.Long:1', '\0\0x', '', '__proto__', 'constructor']
    const members = JavaMap.of([...texts.map((text) => [text, text] as const), [long(1n), 'long']])
    expect(members.keys()).toEqual([...texts, long(1n)])
    expect([...texts, long(1n)].map((key) => members.get(key))).toEqual([...texts, 'long'])
  })

  it('keeps the order in which keys were first put', () => {
    const members = map({ b: 1, a: 2 })
    members.put('b', 3)
    members.remove('a')
    members.put('a', 4)
    expect(members.entries()).toEqual([
      ['b', 3],
      ['a', 4],
    ])
  })
})

describe('the parts of a map', () => {
  it('show the map as it is', () => {
    const members = map({ a: 1 })
    const parts = ['keySet', 'values', 'entrySet'].map((name) => callMethod(members, name, [])!)
    members.put('b', 2)
    expect(parts.map(toJavaString)).toEqual(['[a, b]', '[1, 2]', '[a=1, b=2]'])
  })

  it('take members out of the map', () => {
    const members = map({ a: 1, b: 2, c: 3, d: 4, e: 5 })
    callMethod(callMethod(members, 'keySet', [])!, 'remove', ['a'])
    callMethod(callMethod(members, 'values', [])!, 'remove', [2])
    callMethod(callMethod(members, 'keySet', [])!, 'removeAll', [list('c')])
    callMethod(callMethod(members, 'values', [])!, 'retainAll', [list(5)])
    expect(toJavaString(members)).toBe('{e=5}')
  })

  it('answer what is in them', () => {
    const members = map({ a: 1, b: null })
    const keys = callMethod(members, 'keySet', [])!
    const entries = callMethod(members, 'entrySet', [])!
    const [entry = null] = [callMethod(callMethod(entries, 'iterator', [])!, 'next', [])]
    expect([
      callText(keys, 'contains', 'b'),
      callText(keys, 'containsAll', list('a', 'z')),
      callText(callMethod(members, 'values', [])!, 'contains', null),
      callText(entries, 'contains', entry),
      callText(entries, 'contains', 'a'),
      callText(keys, 'size'),
      callText(keys, 'isEmpty'),
      callText(keys, 'toArray'),
      callText(keys, 'equals', callMethod(members, 'keySet', [])!),
    ]).toEqual(['true', 'false', 'true', 'true', 'false', 'Integer 2', 'false', 'Object[] [a, b]', 'true'])
  })

  it('cannot be added to', () => {
    const keys = callMethod(map({ a: 1 }), 'keySet', [])!
    expect([callText(keys, 'add', 'x'), callText(keys, 'addAll', list('x')), callText(keys, 'addAll', list())]).toEqual(
      ['throws java.lang.UnsupportedOperationException', 'throws java.lang.UnsupportedOperationException', 'false'],
    )
  })

  it('are walked by iterators that can remove', () => {
    const members = map({ a: 1, b: 2 })
    const iterator = callMethod(callMethod(members, 'values', [])!, 'iterator', [])!
    expect([
      callText(iterator, 'remove'),
      callText(iterator, 'next'),
      callText(iterator, 'remove'),
      callText(iterator, 'next'),
      callText(iterator, 'next'),
      toJavaString(members),
    ]).toEqual([
      'throws java.lang.IllegalStateException',
      'Integer 1',
      '""',
      'Integer 2',
      'throws java.util.NoSuchElementException',
      '{b=2}',
    ])
  })
})

describe('an entry', () => {
  it('changes the map', () => {
    const members = map({ a: 1 })
    const entry = callMethod(callMethod(callMethod(members, 'entrySet', [])!, 'iterator', [])!, 'next', [])!
    expect([
      callText(entry, 'getKey'),
      callText(entry, 'setValue', 'x'),
      callText(entry, 'getValue'),
      toJavaString(entry),
      toJavaString(members),
    ]).toEqual(['"a"', 'Integer 1', '"x"', 'a=x', '{a=x}'])
  })

  it('of no map cannot be changed', () => {
    const entry = callMethod(map({}), 'entry', ['k', 'v'])!
    expect([callText(entry, 'getValue'), callText(entry, 'setValue', 'x')]).toEqual([
      '"v"',
      'throws java.lang.UnsupportedOperationException',
    ])
  })
})

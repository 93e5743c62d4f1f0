import { describe, expect, it } from 'vitest'
import { callMethod } from './call-method'
import { callText, outcome } from './testing/java-call'
import { JavaList } from './java-list'
import { JavaSubList } from './java-sub-list'
import { json, list, strings } from './testing/java-values'
import { listIteratorAt, ListIterator } from './list-iterator'
import { toJavaString } from './to-java-string'

describe('a list', () => {
  it('becomes what the calls make of it', () => {
    const items = json('a')
    callMethod(items, 'add', ['c'])
    callMethod(items, 'add', [1, 'b'])
    callMethod(items, 'addAll', [list(1, 2, 3)])
    callMethod(items, 'remove', [0])
    callMethod(items, 'remove', ['c'])
    callMethod(items, 'set', [0, 'B'])
    callMethod(items, 'retainAll', [list('B', 1, 3)])
    expect(toJavaString(items)).toBe('["B",1,3]')
  })

  it('is sorted by the order of its elements', () => {
    const items = list('b', 'a', 'C')
    callMethod(items, 'sort', [null])
    expect(toJavaString(items)).toBe('[C, a, b]')
  })

  it('can be added to itself', () => {
    const items = list(1, 2)
    callMethod(items, 'addAll', [items])
    expect(toJavaString(items)).toBe('[1, 2, 1, 2]')
  })

  it('ends with an error before it gets too long', () => {
    const items = list(1)
    expect(
      outcome(() => {
        for (;;) callMethod(items, 'addAll', [items])
      }),
    ).toBe('throws java.lang.OutOfMemoryError')
  })

  it('of a fixed size cannot grow', () => {
    const items = new JavaList(['a'], 'java.util.Arrays$ArrayList')
    expect([
      callText(items, 'set', 0, 'b'),
      callText(items, 'add', 'c'),
      callText(items, 'clear'),
      toJavaString(items),
    ]).toEqual([
      '"a"',
      'throws java.lang.UnsupportedOperationException',
      'throws java.lang.UnsupportedOperationException',
      '[b]',
    ])
  })

  it('that cannot be changed refuses every change', () => {
    const items = callMethod(list(), 'of', ['a', 'b'])!
    const calls = [
      callText(items, 'set', 0, 'x'),
      callText(items, 'remove', 'zz'),
      callText(items, 'addAll', list()),
      callText(items, 'sort', null),
    ]
    expect(calls).toEqual(calls.map(() => 'throws java.lang.UnsupportedOperationException'))
  })
})

describe('a sub list', () => {
  it('changes the list behind it, and shows its changes', () => {
    const items = list(1, 2, 3, 4)
    const part = callMethod(items, 'subList', [1, 3])!
    callMethod(part, 'set', [0, 'x'])
    callMethod(part, 'add', ['y'])
    callMethod(items, 'set', [2, 'z'])
    expect([toJavaString(items), toJavaString(part)]).toEqual(['[1, x, z, y, 4]', '[x, z, y]'])
  })

  it('of a sub list changes both', () => {
    const items = list(1, 2, 3, 4, 5)
    const outer = new JavaSubList(items, 1, 4)
    const inner = new JavaSubList(outer, 1, 2)
    callMethod(inner, 'clear', [])
    expect([inner, outer, items].map(toJavaString)).toEqual(['[]', '[2, 5]', '[1, 2, 5]'])
  })

  it('fails once the list behind it has got or lost elements', () => {
    const items = list(1, 2, 3)
    const part = new JavaSubList(items, 0, 2)
    items.splice(0, 1, [])
    expect([callText(part, 'size'), callText(part, 'get', 0), callText(part, 'add', 1)]).toEqual(
      Array.from({ length: 3 }, () => 'throws java.util.ConcurrentModificationException'),
    )
  })

  it('may lie within many others', () => {
    let part: JavaList = list(1, 2, 3)
    for (let depth = 0; depth < 20_000; depth++) part = new JavaSubList(part, 0, 3)
    expect(toJavaString(part)).toBe('[1, 2, 3]')
  })
})

describe('an iterator', () => {
  it('gives one element after the other, and fails at the end', () => {
    const iterator = new ListIterator(list('a'))
    expect([
      callText(iterator, 'hasNext'),
      callText(iterator, 'next'),
      callText(iterator, 'hasNext'),
      callText(iterator, 'next'),
    ]).toEqual(['true', '"a"', 'false', 'throws java.util.NoSuchElementException'])
  })

  it('removes what it has given, once', () => {
    const items = list('a', 'b')
    const iterator = new ListIterator(items)
    iterator.next()
    expect([
      callText(iterator, 'remove'),
      callText(iterator, 'remove'),
      callText(iterator, 'next'),
      toJavaString(items),
    ]).toEqual(['""', 'throws java.lang.IllegalStateException', '"b"', '[b]'])
  })

  it('of a list goes both ways, and changes it', () => {
    const items = list('a', 'b')
    const iterator = listIteratorAt(items, 2)
    expect([
      callText(iterator, 'previous'),
      callText(iterator, 'set', 'B'),
      callText(iterator, 'nextIndex'),
      callText(iterator, 'previousIndex'),
      callText(iterator, 'hasPrevious'),
      callText(iterator, 'add', 'x'),
      callText(iterator, 'next'),
    ]).toEqual(['"b"', '""', 'Integer 1', 'Integer 0', 'true', '""', '"B"'])
    expect(toJavaString(items)).toBe('[a, x, B]')
  })

  it('of an array cannot remove', () => {
    const iterator = callMethod(strings('a'), 'iterator', [])!
    callMethod(iterator, 'next', [])
    expect(callText(iterator, 'remove')).toBe('throws java.lang.UnsupportedOperationException')
  })
})

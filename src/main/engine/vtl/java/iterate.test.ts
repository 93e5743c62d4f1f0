import { describe, expect, it } from 'vitest'
import { HostObject } from './host-object'
import { elementsOf } from './iterate'
import { JavaException } from './java-exception'
import { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'
import { chars, json, list, map, strings } from './testing/java-values'
import { ListIterator } from './list-iterator'
import { toJavaString } from './to-java-string'

function walk(value: JavaValue): string[] | undefined {
  const elements = elementsOf(value)
  return elements === undefined
    ? undefined
    : [...elements].map((element) => (element === null ? 'null' : toJavaString(element)))
}

/** Walks and changes something after the first element; the class of what this ends with, or the elements. */
function walkChanging(value: JavaValue, change: () => void): string {
  const seen: JavaValue[] = []
  try {
    for (const element of elementsOf(value) ?? []) {
      if (seen.push(element) === 1) change()
    }
    return toJavaString(list(...seen))
  } catch (error) {
    if (error instanceof JavaException) return error.className
    throw error
  }
}

describe('elementsOf', () => {
  it('walks lists, the values of maps, sets and arrays', () => {
    const members = map({ a: 1, b: null })
    expect([
      walk(json('x', 2)),
      walk(members),
      walk(new JavaMapView(members, 'keys')),
      walk(new JavaMapView(members, 'entries')),
      walk(strings('a', 'b')),
      walk(chars('ab')),
      walk(list()),
    ]).toEqual([['x', '2'], ['1', 'null'], ['a', 'b'], ['a=1', 'b=null'], ['a', 'b'], ['a', 'b'], []])
  })

  it('walks on where an iterator stands', () => {
    const iterator = new ListIterator(list(1, 2, 3))
    iterator.next()
    expect([walk(iterator), walk(iterator)]).toEqual([['2', '3'], []])
  })

  it('walks what an object of the context iterates', () => {
    expect(walk(new HostObject('a.B', { iterator: () => new ListIterator(list(1)) }))).toEqual(['1'])
  })

  it('walks nothing else', () => {
    expect(['abc', 5, true, null, new HostObject('a.B', {})].map(walk)).toEqual(Array.from({ length: 5 }))
  })

  it('fails when a list or map has got or lost elements meanwhile', () => {
    const items = list(1, 2, 3)
    const members = map({ a: 1, b: 2, c: 3 })
    expect([
      walkChanging(items, () => items.splice(3, 0, [4])),
      walkChanging(items, () => items.splice(0, 1, [])),
      walkChanging(members, () => members.put('d', 4)),
      walkChanging(members, () => members.remove('a')),
    ]).toEqual(Array.from({ length: 4 }, () => 'java.util.ConcurrentModificationException'))
  })

  it('goes on when elements were replaced', () => {
    const items = list(1, 2, 3)
    const members = map({ a: 1, b: 2 })
    expect([
      walkChanging(items, () => items.replace(1, 'x')),
      walkChanging(members, () => members.put('b', 'x')),
    ]).toEqual(['[1, x, 3]', '[1, x]'])
  })

  it('does not notice a loss that ends the list at once, as in Java', () => {
    const items = list(1, 2)
    expect(walkChanging(items, () => items.splice(0, 1, []))).toBe('[1]')
  })
})

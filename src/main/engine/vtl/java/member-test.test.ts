import { describe, expect, it } from 'vitest'
import { JavaException } from './java-exception'
import { JavaList } from './java-list'
import { JavaMapView } from './java-map-view'
import { list, long, map } from './testing/java-values'
import { containsValue, memberTest } from './member-test'

const MANY = new JavaList([...Array.from({ length: 20 }, (_, index) => index), 'x', null, list(1), map({ a: 1 })])

describe('memberTest', () => {
  it('finds what is equal, in short and in long lists', () => {
    for (const collection of [list(1, 'x', null, list(1), map({ a: 1 })), MANY]) {
      const isMember = memberTest(collection)
      expect([1, 'x', null, list(1), map({ a: 1 })].map(isMember)).toEqual(Array.from({ length: 5 }, () => true))
      expect([99, 'y', long(1n), list(2), map({}), true].map(isMember)).toEqual(Array.from({ length: 6 }, () => false))
    }
  })

  it('ends with an error when every element has to be compared with every other', () => {
    const nested = new JavaList(Array.from({ length: 10_000 }, (_, index) => list(index)))
    const isMember = memberTest(nested)
    expect(() => nested.items.every((item) => isMember(list(item)))).not.toThrow()
    expect(() => nested.items.map(() => isMember(list('zz')))).toThrow(JavaException)
  })
})

describe('containsValue', () => {
  it('looks up the keys of a map', () => {
    const keys = new JavaMapView(map({ a: 1 }), 'keys')
    expect([containsValue(keys, 'a'), containsValue(keys, 1)]).toEqual([true, false])
  })
})

import { describe, expect, test } from 'vitest'
import {
  mapItems,
  mapMembers,
  memberOf,
  patchMembers,
  putItem,
  removeMember,
  renameMember,
  setMember,
} from './update-in'

describe('members', () => {
  const object: { a: number; b?: number } = { a: 1, b: 2 }

  test('setting a member copies the object and leaves the given one as it was', () => {
    expect(setMember(object, 'a', 5)).toEqual({ a: 5, b: 2 })
    expect(object).toEqual({ a: 1, b: 2 })
  })

  test('what changes nothing returns the same object', () => {
    expect(setMember(object, 'a', 1)).toBe(object)
    expect(patchMembers(object, { a: 1, b: 2 })).toBe(object)
    expect(removeMember<{ a: number; c?: number }>(object, 'c')).toBe(object)
    expect(renameMember({ a: 1 }, 'x', 'y')).toEqual({ a: 1 })
    expect(mapMembers({ a: 1 }, (value: number) => value)).toEqual({ a: 1 })
  })

  test('a patch removes what it holds as undefined', () => {
    expect(patchMembers(object, { a: 3, b: undefined })).toEqual({ a: 3 })
  })

  test('a member is never named __proto__', () => {
    const record: Record<string, unknown> = { a: 1 }
    expect(setMember(record, '__proto__', { polluted: true })).toBe(record)
    expect(renameMember(record, 'a', '__proto__')).toBe(record)
  })

  test('inherited members are not seen', () => {
    expect(memberOf<unknown>({}, 'constructor')).toBeUndefined()
    expect(memberOf<unknown>({}, 'toString')).toBeUndefined()
  })

  test('a renamed member keeps its place and replaces one that has the new name', () => {
    expect(Object.entries(renameMember({ a: 1, b: 2, c: 3 }, 'b', 'x'))).toEqual([
      ['a', 1],
      ['x', 2],
      ['c', 3],
    ])
    expect(Object.entries(renameMember({ a: 1, b: 2, c: 3 }, 'b', 'a'))).toEqual([
      ['a', 2],
      ['c', 3],
    ])
  })

  test('mapping members removes those that become undefined', () => {
    expect(mapMembers({ a: 1, b: 2 }, (value: number) => (value === 1 ? undefined : value * 10))).toEqual({ b: 20 })
  })
})

describe('items', () => {
  test('mapping returns the same list when no item changes and drops undefined ones', () => {
    const items = [1, 2, 3]
    expect(mapItems(items, (item) => item)).toBe(items)
    expect(mapItems(items, (item) => (item === 2 ? undefined : item * 10))).toEqual([10, 30])
  })

  test('an item is put at the place of the one with its key, else last', () => {
    const items = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ]
    expect(putItem(items, 'id', { id: 'a', n: 5 })).toEqual([
      { id: 'a', n: 5 },
      { id: 'b', n: 2 },
    ])
    expect(putItem(items, 'id', { id: 'c', n: 3 })).toEqual([...items, { id: 'c', n: 3 }])
  })
})

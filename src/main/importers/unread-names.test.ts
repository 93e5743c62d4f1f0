import { describe, expect, it } from 'vitest'
import { UnreadNames } from './unread-names'

describe('UnreadNames', () => {
  it.each([3, 30, 31, 100])('tells which of %i names nobody has read', (count) => {
    const names = Array.from({ length: count }, (_, index) => `name${index}`)
    const unread = new UnreadNames(names)
    expect([unread.delete('name1'), unread.delete('name1'), unread.delete('other')]).toEqual([true, false, false])
    expect(unread.left()).toEqual(names.filter((name) => name !== 'name1'))
    unread.clear()
    expect([unread.left(), unread.delete('name0')]).toEqual([[], false])
  })

  it('has none of an object without members', () => {
    expect(new UnreadNames([]).left()).toEqual([])
  })
})

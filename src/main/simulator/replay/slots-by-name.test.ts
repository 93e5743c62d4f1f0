import { describe, expect, it } from 'vitest'
import { SlotsByName } from './slots-by-name'

describe('slots by name', () => {
  it('are given in the order names come up, the same one to the same name', () => {
    const slots = new SlotsByName(10)
    expect(['a', 'b', 'a', 'c', 'b'].map((name) => slots.of(name))).toEqual([0, 1, 0, 2, 1])
  })

  it('are shared once there are more names, each name keeping its own', () => {
    const slots = new SlotsByName(4)
    const names = Array.from({ length: 100 }, (_, i) => `caller ${i}`)
    const first = names.map((name) => slots.of(name))
    expect(first.slice(0, 4)).toEqual([0, 1, 2, 3])
    expect(new Set(first)).toEqual(new Set([0, 1, 2, 3]))
    expect(names.map((name) => slots.of(name))).toEqual(first)
  })

  it('tell a hundred thousand names apart that differ little', () => {
    const slots = new SlotsByName(100_000)
    const all = Array.from({ length: 100_000 }, (_, i) => slots.of(`/orders/${i}?x=${i % 7}`))
    expect(new Set(all).size).toBe(100_000)
  })

  it('are one where nothing is to be told apart', () => {
    expect([new SlotsByName(1).of('a'), new SlotsByName(1).of('b'), new SlotsByName(0).of('c')]).toEqual([0, 0, 0])
  })
})

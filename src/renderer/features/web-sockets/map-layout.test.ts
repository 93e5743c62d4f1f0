import { describe, expect, it } from 'vitest'
import { mapLayout } from './map-layout'
import type { Room } from './rooms'

const room = (key: string, count: number): Room => ({
  key,
  label: key,
  connectionIds: Array.from({ length: count }, (_, at) => `${key}${at}`),
})

describe('the map of rooms', () => {
  it('puts groups side by side, with every dot inside its group', () => {
    const { groups, height } = mapLayout([room('a', 3), room('b', 20), room('c', 1)], 300)
    expect(groups.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [154, 0],
      [0, 118],
    ])
    for (const { dots, height: own, width, x, y } of groups) {
      for (const dot of dots)
        expect([dot.x > x && dot.x < x + width, dot.y > y && dot.y < y + own]).toEqual([true, true])
    }
    expect(height).toBe(168)
  })

  it('draws no dots above two hundred connections', () => {
    const { groups } = mapLayout([room('a', 150), room('b', 51)], 300)
    expect(groups.map(({ dots, height }) => [dots.length, height])).toEqual([
      [0, 50],
      [0, 50],
    ])
  })

  it('has nothing for nobody', () => {
    expect(mapLayout([], 300)).toEqual({ groups: [], height: 0 })
  })
})

import { describe, expect, it } from 'vitest'
import { Random } from '../random'
import { SortWindow, WINDOW } from './sort-window'

describe('the window that sorts', () => {
  it('gives back in the order of time, equal times as they were put in, with what was put in', () => {
    const random = new Random(3, 1)
    const requests = Array.from({ length: WINDOW }, (_, route) => ({
      time: Math.floor(random.uniform() * 5000),
      route,
    }))
    const window = new SortWindow()
    for (const { time, route } of requests) {
      window.put(time, route % 2 === 1, { route, apiKey: route + 1, identity: route + 2, item: route + 3 })
    }
    expect([window.isFull, window.size]).toEqual([true, WINDOW])
    const taken = requests.map(() => {
      const [firstTime, isFirstWholeSecond] = [window.firstTime, window.isFirstWholeSecond]
      const place = window.take()
      const route = window.route[place]!
      expect([window.apiKey[place], window.identity[place], window.item[place], window.time[place]]).toEqual([
        route + 1,
        route + 2,
        route + 3,
        firstTime,
      ])
      expect(isFirstWholeSecond).toBe(route % 2 === 1)
      return { time: firstTime, route }
    })
    expect(taken).toEqual(requests.toSorted((a, b) => a.time - b.time))
    expect(window.size).toBe(0)
  })

  it('has room again once a request was given back, and sorts what comes later with what is there', () => {
    const window = new SortWindow()
    const facts = { apiKey: 0, identity: 0, item: 0 }
    for (let route = 0; route < WINDOW; route++) window.put(route * 2, false, { route, ...facts })
    const first = window.take()
    expect(window.isFull).toBe(true)
    window.giveBack(first)
    expect(window.isFull).toBe(false)
    window.put(3, false, { route: -7, ...facts })
    const next = [window.take(), window.take(), window.take()].map((place) => window.route[place])
    expect(next).toEqual([1, -7, 2])
  })
})

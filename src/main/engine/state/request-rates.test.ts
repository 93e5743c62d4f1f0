import { describe, expect, it } from 'vitest'
import { RequestRates } from './request-rates'

const MINUTE = 60_000

describe('RequestRates', () => {
  it('counts the requests of the window that ends with each of them', () => {
    const rates = new RequestRates(1)
    const counts = [0, 10, 20_000, 59_999, 60_000, 61_000, 80_000, 200_000].map((now) => rates.count(0, now, MINUTE))
    expect(counts).toEqual([1, 2, 3, 4, 3, 4, 4, 1])
  })

  it('forgets a request with its slice, a sixtieth of the window', () => {
    const rates = new RequestRates(1)
    rates.count(0, 999, MINUTE)
    expect([rates.count(0, 59_999, MINUTE), rates.count(0, 60_000, MINUTE)]).toEqual([2, 2])
  })

  it('keeps indexes apart', () => {
    const rates = new RequestRates(2)
    rates.count(0, 0, MINUTE)
    expect([rates.count(1, 0, MINUTE), rates.requests(0), rates.requests(1)]).toEqual([1, 1, 1])
    rates.clear(0)
    expect([rates.requests(0), rates.requests(1), rates.count(0, 5, MINUTE)]).toEqual([0, 1, 1])
  })

  it('agrees with a list of all times, whatever the pauses between them', () => {
    const rates = new RequestRates(1)
    const sliceOf = (time: number): number => Math.floor(time / 5000)
    const times: number[] = []
    for (let request = 0, now = 0; request < 2000; request++) {
      now += ((request * 7919) % 97) * (request % 50 === 0 ? 4000 : 10)
      times.push(now)
      const expected = times.filter((time) => sliceOf(time) > sliceOf(now) - 60).length
      expect(rates.count(0, now, 300_000)).toBe(expected)
    }
  })
})

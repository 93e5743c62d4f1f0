import { describe, expect, it } from 'vitest'
import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { cacheHours } from './cache-hours'
import { HOURS_A_MONTH } from './monthly-volumes'
import { PRICED_REGION, pricesOf } from './prices'

describe('pricesOf', () => {
  it('takes nothing for granted in the Region that is priced', () => {
    expect(pricesOf(PRICED_REGION).assumptions).toEqual([])
  })

  it('says that another Region is priced as this one', () => {
    const { prices, assumptions } = pricesOf('eu-central-1')
    expect(prices).toBe(pricesOf(PRICED_REGION).prices)
    expect(assumptions).toEqual(['eu-central-1 is priced as us-east-1: its own prices may be higher.'])
    expect(pricesOf('').assumptions).toEqual([
      'The Region of this design is priced as us-east-1: its own prices may be higher.',
    ])
  })

  it('has a price for a month of every cache size', () => {
    const { prices } = pricesOf(PRICED_REGION)
    expect(CACHE_CLUSTER_SIZES.map((size) => [size, cacheHours(size, HOURS_A_MONTH, prices).usd])).toEqual([
      ['0.5', 14.6],
      ['1.6', 27.74],
      ['6.1', 146],
      ['13.5', 182.5],
      ['28.4', 365],
      ['58.2', 730],
      ['118', 1387],
      ['237', 2774],
    ])
  })

  it('has ascending tiers that never end before the amount does', () => {
    const { cacheHour, ...others } = pricesOf(PRICED_REGION).prices
    for (const { tiers } of [...Object.values(others), ...Object.values(cacheHour)]) {
      const ends = tiers.map(({ upTo }) => upTo)
      expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b))
      expect(ends.at(-1)).toBe(Infinity)
    }
  })
})

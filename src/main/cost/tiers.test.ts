import { describe, expect, it } from 'vitest'
import { PRICED_REGION, pricesOf, type Price } from './prices'
import { dollarsOf, microDollars, tierCharges } from './tiers'

const { prices } = pricesOf(PRICED_REGION)
const usd = (price: Price, quantity: number): number => dollarsOf(microDollars(price, quantity))
const MILLION = 1e6
const BILLION = 1e9

describe('microDollars', () => {
  it.each([
    ['restRequests', 0, 0],
    ['restRequests', 1, 0.000004],
    ['restRequests', 10 * MILLION, 35],
    ['restRequests', 333 * MILLION, 1165.5],
    ['restRequests', 333 * MILLION + 1, 1165.500003],
    ['restRequests', BILLION, 3033.1],
    ['restRequests', 20 * BILLION, 48_253.1],
    ['restRequests', 21 * BILLION, 49_763.1],
    ['httpRequests', 10 * MILLION, 10],
    ['httpRequests', 216 * MILLION, 216],
    ['httpRequests', 300 * MILLION, 300],
    ['httpRequests', 300 * MILLION + 1, 300.000001],
    ['httpRequests', BILLION, 930],
    ['webSocketMessages', BILLION, 1000],
    ['webSocketMessages', 1.5 * BILLION, 1400],
    ['connectionMinutes', 10 * MILLION, 2.5],
    ['connectionMinutes', 43_200, 0.0108],
    ['dataTransferGb', 100, 0],
    ['dataTransferGb', 101, 0.09],
    ['dataTransferGb', 100 + 10_240, 921.6],
    ['dataTransferGb', 100 + 51_200, 921.6 + 3481.6],
    ['dataTransferGb', 100 + 153_600 + 1, 921.6 + 3481.6 + 7168 + 0.05],
    ['lambdaRequests', 100_000, 0.02],
    ['lambdaGbSeconds', 17_500, 0.291667],
    ['lambdaGbSeconds', 6 * BILLION, 100_000.2],
    ['lambdaGbSeconds', 16 * BILLION, 100_000.2 + 135_000 + 13_333.4],
    ['logIngestionGb', 3, 1.5],
  ] as const)('of %s for %d is %d dollars', (name, quantity, expected) => {
    expect(usd(prices[name], quantity)).toBeCloseTo(expected, 6)
  })

  it('adds up cents exactly, however many lines there are', () => {
    const tenths: Price = { per: 1, tiers: [{ upTo: Infinity, usd: 0.1 }] }
    const sum = Array.from({ length: 1000 }, () => microDollars(tenths, 1)).reduce((all, each) => all + each, 0)
    expect(dollarsOf(sum)).toBe(100)
  })
})

describe('tierCharges', () => {
  it('gives each tier its part, and leaves out those that nothing falls into', () => {
    expect(tierCharges(prices.restRequests, BILLION + 1)).toEqual([
      { quantity: 333 * MILLION, usd: 3.5, microDollars: 1_165_500_000 },
      { quantity: 667 * MILLION, usd: 2.8, microDollars: 1_867_600_000 },
      { quantity: 1, usd: 2.38, microDollars: 2 },
    ])
    expect(tierCharges(prices.restRequests, 0)).toEqual([])
    expect(tierCharges(prices.restRequests, -5)).toEqual([])
  })
})

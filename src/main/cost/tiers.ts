import type { Price } from './prices'

/** The part of an amount that falls into one tier. */
export interface TierCharge {
  readonly quantity: number
  /** US dollars for `Price.per` units. */
  readonly usd: number
  /** Millionths of a US dollar, whole: sums of them are exact. */
  readonly microDollars: number
}

/** What each tier charges for its part of an amount, from the first on; tiers that nothing falls into are left out. */
export function tierCharges({ per, tiers }: Price, quantity: number): TierCharge[] {
  return tiers.flatMap(({ upTo, usd }, index) => {
    const from = index === 0 ? 0 : tiers[index - 1]!.upTo
    const part = Math.min(quantity, upTo) - from
    return part > 0 ? [{ quantity: part, usd, microDollars: Math.round((part * usd * 1e6) / per) }] : []
  })
}

/** A month's amount in millionths of a US dollar, whole. */
export function microDollars(price: Price, quantity: number): number {
  return tierCharges(price, quantity).reduce((sum, charge) => sum + charge.microDollars, 0)
}

/** Millionths of a US dollar -> US dollars: 35_000_000 -> 35. */
export function dollarsOf(microDollarsInAll: number): number {
  return microDollarsInAll / 1e6
}

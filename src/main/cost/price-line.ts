import type { CostLine } from '@shared/contract/cost'
import { priceDetail } from './price-detail'
import type { Price } from './prices'
import { dollarsOf, microDollars } from './tiers'

/** One line of an estimate: an amount at a price. Whole millionths of a dollar. */
export function priceLine(
  { id, label, quantity, unit }: Pick<CostLine, 'id' | 'label' | 'quantity' | 'unit'>,
  price: Price,
  detail = priceDetail(price, quantity, unit),
): CostLine {
  return { id, label, quantity, unit, usd: dollarsOf(microDollars(price, quantity)), detail }
}

/** The exact sum of lines, in US dollars. */
export function totalOf(lines: readonly CostLine[]): number {
  return dollarsOf(lines.reduce((sum, { usd }) => sum + Math.round(usd * 1e6), 0))
}

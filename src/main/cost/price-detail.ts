import type { Price } from './prices'
import { tierCharges } from './tiers'

/** How an amount was worked out: "333 million at $3.50 a million, 12 million at $2.80". */
export function priceDetail(price: Price, quantity: number, unit: string): string {
  const charges = tierCharges(price, quantity)
  if (charges.length === 0) return `none at ${priceText(price.tiers[0]!.usd)}${perText(price, unit)}`
  return charges
    .map((charge, index) => {
      const amount = amountText(charge.quantity)
      if (charge.usd === 0) return `${amount} free`
      const isFirst = charges.findIndex(({ usd }) => usd > 0) === index
      return `${amount} at ${priceText(charge.usd)}${isFirst ? perText(price, unit) : ''}`
    })
    .join(', ')
}

/** 12_345_678 -> "12.346 million", 1_500 -> "1,500". */
export function amountText(quantity: number): string {
  const [divisor, word] = quantity >= 1e9 ? [1e9, ' billion'] : quantity >= 1e6 ? [1e6, ' million'] : [1, '']
  return `${(quantity / divisor).toLocaleString('en-US', { maximumFractionDigits: 3 })}${word}`
}

/** "$3.50", "$0.0000166667". */
function priceText(usd: number): string {
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 10 })}`
}

function perText({ per }: Price, unit: string): string {
  return per === 1
    ? ` ${/^(?:[aeio]|hour)/i.test(unit) ? 'an' : 'a'} ${singular(unit)}`
    : ` a ${per === 1e6 ? 'million' : per}`
}

/** "hours" -> "hour"; "GB" stays. */
function singular(unit: string): string {
  return unit.endsWith('s') ? unit.slice(0, -1) : unit
}

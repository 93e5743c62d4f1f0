import type { CostEstimate } from '@shared/contract/cost'

/** What a month of the traffic costs, unless it costs nothing. */
export function costLines({ total, lines, region, pricesAsOf }: CostEstimate): string[] {
  if (total === 0) return []
  const paid = lines.filter(({ usd }) => usd > 0)
  const amounts = paid.map(({ usd }) => dollars(usd))
  const width = Math.max(...amounts.map(({ length }) => length))
  return [
    '',
    `  A month of this traffic costs ${dollars(total)} (${region}, prices of ${pricesAsOf}):`,
    ...paid.map(({ label, detail }, at) => `  ${amounts[at]!.padStart(width)}  ${label}, ${detail}`),
  ]
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

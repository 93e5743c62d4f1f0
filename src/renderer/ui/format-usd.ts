const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })

/** US dollars: 3.5 -> "$3.50", 2364.2 -> "$2,364": cents where they still matter. */
export function formatUsd(usd: number): string {
  if (!Number.isFinite(usd)) return 'none'
  return (Math.abs(usd) < 1000 ? cents : dollars).format(usd)
}

/** What is made of the samples of a period. Source: CloudWatch user guide, "CloudWatch statistics definitions". */
export type Statistic =
  | { readonly type: 'SampleCount' | 'Sum' | 'Average' | 'Minimum' | 'Maximum' }
  | { readonly type: 'percentile'; readonly percent: number }
  | { readonly type: 'trimmedMean' | 'winsorizedMean' | 'trimmedCount' | 'trimmedSum' | 'rank'; readonly range: Bounds }

/** Which samples are kept: by their place in the order ("%") or by their value. `null`: no bound on that side. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
  readonly unit: 'percent' | 'value'
}

const SIMPLE = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'] as const
const RANGED = {
  tm: 'trimmedMean',
  wm: 'winsorizedMean',
  tc: 'trimmedCount',
  ts: 'trimmedSum',
  pr: 'rank',
} as const

/**
 * "p99.9", "Average", "tm90", "TM(2%:98%)", "WM(:150)", "PR(100:2000)", "IQM" -> what it means; null for anything else. Percentages have
 * up to ten decimals.
 */
export function parseStatistic(text: string): Statistic | null {
  const simple = SIMPLE.find((name) => name === text)
  if (simple !== undefined) return { type: simple }
  if (text === 'IQM') return { type: 'trimmedMean', range: { low: 25, high: 75, unit: 'percent' } }
  const short = /^(p|tm|wm|tc|ts)(\d{1,3}(?:\.\d{1,10})?)$/.exec(text)
  if (short) return shortStatistic(short[1]!, Number(short[2]))
  const ranged = /^(TM|WM|TC|TS|PR)\(([^:()]*):([^:()]*)\)$/.exec(text)
  if (ranged === null) return null
  const range = boundsOf(ranged[2]!, ranged[3]!)
  const type = RANGED[ranged[1]!.toLowerCase() as keyof typeof RANGED]
  if (range === null || (type === 'rank' && range.unit === 'percent')) return null
  return { type, range }
}

function shortStatistic(name: string, percent: number): Statistic | null {
  if (percent > 100) return null
  if (name === 'p') return { type: 'percentile', percent }
  return { type: RANGED[name as keyof typeof RANGED], range: { low: null, high: percent, unit: 'percent' } }
}

const BOUND = /^(\d+(?:\.\d+)?)(%?)$/

function boundsOf(lowText: string, highText: string): Bounds | null {
  const [low, high] = [BOUND.exec(lowText.trim()), BOUND.exec(highText.trim())]
  if ((low === null && lowText.trim() !== '') || (high === null && highText.trim() !== '')) return null
  if (low === null && high === null) return null
  if (low !== null && high !== null && low[2] !== high[2]) return null
  const unit = (low ?? high)?.[2] === '%' ? 'percent' : 'value'
  const bounds = { low: low && Number(low[1]), high: high && Number(high[1]), unit } as const
  const isAbove100 = unit === 'percent' && ((bounds.low ?? 0) > 100 || (bounds.high ?? 0) > 100)
  const isEmpty = bounds.low !== null && bounds.high !== null && bounds.low >= bounds.high
  return isAbove100 || isEmpty ? null : bounds
}

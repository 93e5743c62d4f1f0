import type { SimulationResult } from '@shared/contract/simulation'
import { formatCount, formatMs, formatNumber, formatShare } from '../../ui/format'
import { formatUsd } from '../../ui/format-usd'

type Unit = 'count' | 'share' | 'ms' | 'usd' | 'number' | 's'

/** One figure of a run that can be compared. */
interface Figure {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly unit: Unit
  /** Which way is better; none where it depends. */
  readonly better?: 'less' | 'more'
  of(result: SimulationResult): number
}

export type DifferenceVerdict = 'better' | 'worse' | 'same' | 'other'

/** One figure of two runs. NaN where a run has none. */
export interface DifferenceRow {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly unit: Unit
  readonly mine: number
  readonly theirs: number
  readonly verdict: DifferenceVerdict
}

const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN)

const FIGURES: readonly Figure[] = [
  figure('requests', 'Requests', 'Requests', 'count', ({ totals }) => totals.requests),
  figure('admitted', 'Requests', 'Admitted', 'count', ({ totals }) => totals.admitted, 'more'),
  figure('throttled', 'Requests', 'Throttled', 'count', ({ totals }) => totals.throttled, 'less'),
  figure(
    'throttledShare',
    'Requests',
    'Throttled share',
    'share',
    ({ totals }) => shareOf(totals.throttled, totals.requests),
    'less',
  ),
  figure('quotaExceeded', 'Requests', 'Over quota', 'count', ({ totals }) => totals.quotaExceeded, 'less'),
  figure('denied', 'Requests', 'Denied', 'count', ({ totals }) => totals.denied),
  figure('rejected', 'Requests', 'Refused by validation', 'count', ({ totals }) => totals.rejected),
  figure('errors', 'Requests', 'Errors (5xx)', 'count', ({ totals }) => totals.errors, 'less'),
  figure('blocked', 'Requests', 'Refused by a busy backend', 'count', ({ totals }) => totals.blocked, 'less'),
  figure('p50', 'Latency', 'p50', 'ms', ({ latency }) => latency.p50, 'less'),
  figure('p95', 'Latency', 'p95', 'ms', ({ latency }) => latency.p95, 'less'),
  figure('p99', 'Latency', 'p99', 'ms', ({ latency }) => latency.p99, 'less'),
  figure('max', 'Latency', 'Longest', 'ms', ({ latency }) => latency.max, 'less'),
  figure(
    'clientP95',
    'Latency',
    'p95 with retries, as clients wait',
    'ms',
    ({ answers }) => answers.clientLatency.p95,
    'less',
  ),
  figure('hitRatio', 'Cache', 'Hit ratio', 'share', ({ cache }) => cache.hitRatio ?? NaN, 'more'),
  figure('evictions', 'Cache', 'Evictions', 'count', ({ answers }) => answers.cacheEvictions, 'less'),
  figure('leakedReads', 'Cache', 'Leaked reads', 'count', ({ answers }) => answers.leakedReads, 'less'),
  figure('staleReads', 'Cache', 'Stale reads', 'count', ({ answers }) => answers.staleReads, 'less'),
  figure('authorizerCalls', 'Authorizer', 'Function called', 'count', ({ authorizer }) => authorizer.calls, 'less'),
  figure(
    'afterRevocation',
    'Authorizer',
    'Allowed after revocation',
    'count',
    ({ answers }) => answers.allowedAfterRevocation,
    'less',
  ),
  figure('integrationCalls', 'Backend', 'Calls', 'count', ({ integration }) => integration.calls, 'less'),
  figure(
    'inFlight',
    'Backend',
    'Calls at a time, mean',
    'number',
    ({ integration }) => integration.meanInFlight,
    'less',
  ),
  figure('queued', 'Backend', 'Calls that waited', 'count', ({ answers }) => answers.backend.queued, 'less'),
  figure('coldStarts', 'Backend', 'Cold starts', 'count', ({ answers }) => answers.backend.coldStarts, 'less'),
  figure('retries', 'Retries', 'Retries', 'count', ({ answers }) => answers.retries.attempts, 'less'),
  figure(
    'amplification',
    'Retries',
    'Requests for each first attempt',
    'number',
    ({ answers }) => answers.retries.amplification,
    'less',
  ),
  figure('givenUp', 'Retries', 'Given up', 'count', ({ answers }) => answers.retries.givenUp, 'less'),
  figure('cost', 'Cost', 'A month', 'usd', ({ cost }) => cost.total, 'less'),
]

function figure(
  id: string,
  group: string,
  label: string,
  unit: Unit,
  of: Figure['of'],
  better?: Figure['better'],
): Figure {
  return { id, group, label, unit, of, ...(better === undefined ? {} : { better }) }
}

/** Every figure of two runs beside each other; those that are nothing in both are left out. */
export function differenceRows(mine: SimulationResult, theirs: SimulationResult): DifferenceRow[] {
  return FIGURES.flatMap((each) => {
    const [a, b] = [each.of(mine), each.of(theirs)]
    const isNothing = [a, b].every((value) => !Number.isFinite(value) || value === 0)
    const { id, group, label, unit } = each
    return isNothing ? [] : [{ id, group, label, unit, mine: a, theirs: b, verdict: verdictOf(a, b, each.better) }]
  })
}

export function verdictOf(mine: number, theirs: number, better: 'less' | 'more' | undefined): DifferenceVerdict {
  if (mine === theirs) return 'same'
  if (better === undefined || !Number.isFinite(mine) || !Number.isFinite(theirs)) return 'other'
  return mine < theirs === (better === 'less') ? 'better' : 'worse'
}

/** A figure with its unit. */
export function figureText(value: number, unit: Unit): string {
  switch (unit) {
    case 'count':
      return formatCount(value)
    case 'share':
      return formatShare(value)
    case 'ms':
      return formatMs(value)
    case 'usd':
      return formatUsd(value)
    case 'number':
      return formatNumber(value)
    case 's':
      return `${formatNumber(value)} s`
  }
}

/** "+1,200 (+12 %)", "-3.4 points", "same". */
export function differenceText(mine: number, theirs: number, unit: Unit): string {
  if (!Number.isFinite(mine) || !Number.isFinite(theirs)) return 'only one run has it'
  const by = mine - theirs
  if (by === 0) return 'same'
  const sign = by > 0 ? '+' : '−'
  if (unit === 'share') return `${sign}${formatNumber(Math.abs(by) * 100)} points`
  const relative = theirs === 0 ? '' : ` (${sign}${relativeText(Math.abs(by / theirs))})`
  return `${sign}${figureText(Math.abs(by), unit)}${relative}`
}

function relativeText(share: number): string {
  const percent = share * 100
  return percent >= 10 ? `${formatCount(percent)} %` : `${formatNumber(Number(percent.toPrecision(2)))} %`
}

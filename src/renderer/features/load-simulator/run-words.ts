import { formatCount, formatMs, formatNumber, formatShare } from '../../ui/format'
import { timeLabel } from '../../ui/charts/time-label'
import type { RunPhase } from '../../stores/run-store'
import type { KpiValues } from './kpi-values'

/** "9.2 M requests/s of wall clock, seed 42, same result every time". */
export function speedWords(requestsPerSecond: number, seed: number): string {
  const speed =
    Number.isFinite(requestsPerSecond) && requestsPerSecond > 0
      ? `${speedFigure(requestsPerSecond)} requests/s of wall clock, `
      : ''
  return `${speed}seed ${seed}, same result every time`
}

function speedFigure(perSecond: number): string {
  if (perSecond >= 1_000_000) return `${(perSecond / 1_000_000).toFixed(1)} M`
  if (perSecond >= 10_000) return `${formatCount(perSecond / 1000)} k`
  return formatNumber(Math.round(perSecond))
}

/** What a person should know about the figures on screen; null when there is nothing to say. */
export function phaseWords(phase: RunPhase, nowMs: number, durationMs: number): string | null {
  if (phase === 'paused') return `Paused at ${timeLabel(nowMs, durationMs)}`
  if (phase === 'cancelled') return `Cancelled at ${timeLabel(nowMs, durationMs)}, results so far`
  if (phase === 'failed') return nowMs > 0 ? `Failed at ${timeLabel(nowMs, durationMs)}, results so far` : 'Failed'
  return null
}

/** "Run finished: 18,000 offered, 33.6 % served, 66.4 % throttled, p95 156 ms". */
export function endSentence(phase: 'done' | 'cancelled', values: KpiValues): string {
  const figures = [
    `${formatCount(values.offered)} offered`,
    `${formatShare(values.servedShare)} served`,
    `${formatShare(values.throttledShare)} throttled`,
    `p95 ${formatMs(values.latencyP95)}`,
  ]
  return `Run ${phase === 'done' ? 'finished' : 'cancelled'}: ${figures.join(', ')}`
}

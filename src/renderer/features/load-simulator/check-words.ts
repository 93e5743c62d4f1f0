import { SCENARIO_METRICS, type ScenarioCheck, type ScenarioMetric } from '@shared/design/scenario'
import { formatMs, formatNumber, formatShare } from '../../ui/format'
import { formatUsd } from '../../ui/format-usd'

export const METRIC_WORDS: { readonly [metric in ScenarioMetric]: string } = {
  requests: 'Requests',
  admitted: 'Admitted',
  throttled: 'Throttled',
  throttledShare: 'Throttled share',
  cacheHitRatio: 'Cache hit ratio',
  errorShare: 'Errors (5xx)',
  latencyP50: 'p50 latency',
  latencyP95: 'p95 latency',
  latencyP99: 'p99 latency',
  authorizerCalls: 'Authorizer calls',
  leakedReads: 'Leaked reads',
  staleReads: 'Stale reads',
  allowedAfterRevocation: 'Allowed after revocation',
  retries: 'Retries',
  quotaExceeded: 'Over quota',
  monthlyCost: 'Cost a month',
  connects: 'Connections accepted',
  refusedConnects: 'Connections refused',
  openConnections: 'Most connections at a time',
  connectionMinutes: 'Connection minutes',
  messagesIn: 'Messages in',
  messagesOut: 'Messages out',
  throttledMessages: 'Messages throttled',
  gonePosts: 'Posts answered 410',
  wastedPosts: 'Posts to vanished clients',
  throttledPosts: 'Posts throttled',
  deliveryP50: 'p50 delivery',
  deliveryP95: 'p95 delivery',
  deliveryP99: 'p99 delivery',
}

export const OPERATOR_WORDS: { readonly [operator in ScenarioCheck['operator']]: string } = {
  '<': '<',
  '<=': '≤',
  '==': '=',
  '>=': '≥',
  '>': '>',
}

export type MetricUnit = 'share' | 'ms' | 'count' | 'usd'

export function unitOf(metric: ScenarioMetric): MetricUnit {
  if (/^(?:latency|delivery)/.test(metric)) return 'ms'
  if (metric === 'monthlyCost') return 'usd'
  return metric.endsWith('Share') || metric.endsWith('Ratio') ? 'share' : 'count'
}

/** What a check of this metric may look at alone. */
export interface Scope {
  readonly apiKey: boolean
  readonly route: boolean
}

/** Requests, throttles and errors may be those of one API key or route, latencies those of one route. */
export function scopeOf(metric: ScenarioMetric): Scope {
  if (metric.startsWith('latency')) return { apiKey: false, route: true }
  const isCounted = ['requests', 'admitted', 'throttled', 'throttledShare', 'errorShare'].includes(metric)
  return { apiKey: isCounted, route: isCounted }
}

export function metricOf(text: string): ScenarioMetric {
  return SCENARIO_METRICS.find((metric) => metric === text) ?? 'throttledShare'
}

/** A value of a metric with its unit: 0.771 -> "77.1 %", 239 -> "239 ms". */
export function metricValue(metric: ScenarioMetric, value: number): string {
  const unit = unitOf(metric)
  switch (unit) {
    case 'share':
      return formatShare(value)
    case 'ms':
      return formatMs(value)
    case 'usd':
      return formatUsd(value)
    case 'count':
      return formatNumber(value)
  }
}

/** As a person would write it: 0.7 -> "70 %", 0.005 -> "0.5 %". */
function limitValue({ metric, value }: ScenarioCheck): string {
  return unitOf(metric) === 'share' ? `${formatNumber(value * 100)} %` : metricValue(metric, value)
}

/** "Cache hit ratio ≥ 70 %", "acme-web is never throttled", "Throttled of POST /orders ≤ 20". */
export function checkWords(check: ScenarioCheck): string {
  const scope = [check.apiKey, check.route].filter((part) => part !== undefined).join(' on ')
  const isNone = check.value === 0 && (check.operator === '==' || check.operator === '<=')
  if (isNone && (check.metric === 'throttled' || check.metric === 'throttledShare')) {
    return scope === '' ? 'Nothing is throttled' : `${scope} is never throttled`
  }
  if (isNone && check.metric === 'leakedReads') return 'No reads leak to another caller'
  if (isNone && check.metric === 'staleReads') return 'No stale reads'
  const of = scope === '' ? '' : ` of ${scope}`
  return `${METRIC_WORDS[check.metric]}${of} ${OPERATOR_WORDS[check.operator]} ${limitValue(check)}`
}

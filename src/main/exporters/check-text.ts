import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'

const METRIC_TEXT: { readonly [metric in ScenarioMetric]: string } = {
  requests: 'Requests',
  admitted: 'Admitted requests',
  throttled: 'Throttled requests',
  throttledShare: 'Throttled share',
  cacheHitRatio: 'Cache hit ratio',
  errorShare: 'Share of errors (5xx)',
  latencyP50: 'Latency p50',
  latencyP95: 'Latency p95',
  latencyP99: 'Latency p99',
  authorizerCalls: 'Authorizer calls',
  leakedReads: 'Leaked reads',
  staleReads: 'Stale reads',
  allowedAfterRevocation: 'Allowed after revocation',
  retries: 'Retries',
  quotaExceeded: 'Requests over quota',
  monthlyCost: 'Cost a month',
  connects: 'Accepted connections',
  refusedConnects: 'Refused connections',
  openConnections: 'Most connections at a time',
  connectionMinutes: 'Connection minutes',
  messagesIn: 'Messages in',
  messagesOut: 'Messages out',
  throttledMessages: 'Throttled messages',
  gonePosts: 'Posts to connections that were gone (410)',
  wastedPosts: 'Posts to clients that had vanished',
  throttledPosts: 'Throttled posts to connections',
  deliveryP50: 'Delivery p50',
  deliveryP95: 'Delivery p95',
  deliveryP99: 'Delivery p99',
}

/** "Throttled share of POST /orders <= 5 %". */
export function checkText(check: Pick<ScenarioCheck, 'metric' | 'apiKey' | 'route' | 'operator' | 'value'>): string {
  const scope = [check.apiKey, check.route].filter((part) => part !== undefined).join(' on ')
  const of = scope === '' ? '' : ` of ${scope}`
  return `${METRIC_TEXT[check.metric]}${of} ${check.operator} ${metricText(check.metric, check.value)}`
}

/** A value of a metric with its unit: 0.7712 -> "77.12 %", 239 -> "239 ms", 35 -> "$35.00". */
export function metricText(metric: ScenarioMetric, value: number): string {
  if (/^(?:latency|delivery)/.test(metric)) return `${numberText(value, 1)} ms`
  if (metric === 'monthlyCost') return usdText(value)
  return /Share$|Ratio$/.test(metric) ? `${numberText(value * 100, 3)} %` : numberText(value, 3)
}

/** 1234.5 -> "1,234.5". */
export function numberText(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals })
}

/** 1165.5 -> "$1,165.50"; amounts below a cent keep what they have. */
export function usdText(usd: number): string {
  const decimals = usd !== 0 && Math.abs(usd) < 0.01 ? 6 : 2
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: decimals })}`
}

import { SCENARIO_METRICS, type ScenarioCheck, type ScenarioMetric } from '@shared/design/scenario'
import { formatCount, formatMs, formatNumber, formatShare } from '../../ui/format'

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
}

export const OPERATOR_WORDS: { readonly [operator in ScenarioCheck['operator']]: string } = {
  '<': '<',
  '<=': '≤',
  '==': '=',
  '>=': '≥',
  '>': '>',
}

export type MetricUnit = 'share' | 'ms' | 'count'

export function unitOf(metric: ScenarioMetric): MetricUnit {
  if (metric.startsWith('latency')) return 'ms'
  return metric.endsWith('Share') || metric.endsWith('Ratio') ? 'share' : 'count'
}

/** Whether a check of this metric may look at one API key or route alone. */
export function isNarrowable(metric: ScenarioMetric): boolean {
  return metric === 'throttled' || metric === 'throttledShare'
}

export function metricOf(text: string): ScenarioMetric {
  return SCENARIO_METRICS.find((metric) => metric === text) ?? 'throttledShare'
}

/** A value of a metric with its unit: 0.771 -> "77.1 %", 239 -> "239 ms". */
export function metricValue(metric: ScenarioMetric, value: number): string {
  const unit = unitOf(metric)
  return unit === 'share' ? formatShare(value) : unit === 'ms' ? formatMs(value) : formatCount(value)
}

/** As a person would write it: 0.7 -> "70 %", 0.005 -> "0.5 %". */
function limitValue({ metric, value }: ScenarioCheck): string {
  return unitOf(metric) === 'share' ? `${formatNumber(value * 100)} %` : metricValue(metric, value)
}

/** "Cache hit ratio ≥ 70 %", "acme-web is never throttled", "Throttled of POST /orders ≤ 20". */
export function checkWords(check: ScenarioCheck): string {
  const scope = [check.apiKey, check.route].filter((part) => part !== undefined).join(' on ')
  if (isNarrowable(check.metric) && check.value === 0 && (check.operator === '==' || check.operator === '<=')) {
    return scope === '' ? 'Nothing is throttled' : `${scope} is never throttled`
  }
  const of = scope === '' ? '' : ` of ${scope}`
  return `${METRIC_WORDS[check.metric]}${of} ${OPERATOR_WORDS[check.operator]} ${limitValue(check)}`
}

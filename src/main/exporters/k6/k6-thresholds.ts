import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'
import { checkText } from '../check-text'
import type { LoadPlan } from '../load/load-plan'

/** Thresholds by metric of the script, and the checks that a client cannot make. */
export interface K6Thresholds {
  readonly thresholds: { readonly [metric: string]: readonly string[] }
  readonly notes: readonly string[]
}

/** What the script's own metrics say of each check: the metric and how it is read. */
const READINGS: { readonly [metric in ScenarioMetric]?: readonly [metric: string, aggregation: string] } = {
  requests: ['requests', 'count'],
  admitted: ['admitted', 'count'],
  throttled: ['throttled', 'count'],
  throttledShare: ['throttled_share', 'rate'],
  quotaExceeded: ['quota_exceeded', 'count'],
  errorShare: ['error_share', 'rate'],
  retries: ['retries', 'count'],
  latencyP50: ['answered_duration', 'p(50)'],
  latencyP95: ['answered_duration', 'p(95)'],
  latencyP99: ['answered_duration', 'p(99)'],
}

/** A scenario's checks as thresholds. Source: k6 documentation, "Thresholds". */
export function k6Thresholds(checks: readonly ScenarioCheck[], plan: LoadPlan): K6Thresholds {
  const thresholds = new Map<string, string[]>()
  const notes: string[] = []
  for (const check of checks) {
    const reading = READINGS[check.metric]
    const selector = selectorOf(check, plan)
    if (reading === undefined) notes.push(`The check "${checkText(check)}" is left out: a client cannot see that.`)
    else if (selector === null)
      notes.push(`The check "${checkText(check)}" is left out: no request of the script is of it.`)
    else {
      const metric = `${reading[0]}${selector}`
      const expression = `${reading[1]}${check.operator}${check.value}`
      thresholds.set(metric, [...(thresholds.get(metric) ?? []), expression])
    }
  }
  return { thresholds: Object.fromEntries(thresholds), notes }
}

/** "{route:post_orders,api_key:API_KEY_ACME}"; null when nothing of the script carries such a tag. */
function selectorOf({ apiKey, route }: ScenarioCheck, { sources, keys }: LoadPlan): string | null {
  const routeId = sources.flatMap(({ routes }) => routes).find(({ routeKey }) => routeKey === route)?.id
  const variable = keys.find(({ name }) => name === apiKey)?.variable
  if ((route !== undefined && routeId === undefined) || (apiKey !== undefined && variable === undefined)) return null
  const tags = [
    ...(routeId === undefined ? [] : [`route:${routeId}`]),
    ...(variable === undefined ? [] : [`api_key:${variable}`]),
  ]
  return tags.length === 0 ? '' : `{${tags.join(',')}}`
}

import type { ScenarioCheck, ScenarioMetric } from '@shared/design/scenario'
import { checkText } from '../check-text'

/** Conditions for the ensure plugin, and the checks that it cannot make. */
export interface ArtilleryEnsure {
  readonly conditions: readonly { readonly expression: string; readonly strict: boolean }[]
  readonly notes: readonly string[]
}

/** A status that never came up has no metric. */
const count = (metric: string): string => `(${metric} ? ${metric} : 0)`
const THROTTLED = count('http.codes.429')
const REFUSED = [401, 403, 429].map((status) => count(`http.codes.${status}`)).join(' - ')
const ERRORS = [500, 502, 503, 504].map((status) => count(`http.codes.${status}`)).join(' + ')

/** Source: Artillery documentation, "Reported metrics" and the ensure plugin's "Advanced conditional checks". */
const EXPRESSIONS: { readonly [metric in ScenarioMetric]?: string } = {
  requests: 'http.requests',
  admitted: `http.requests - ${REFUSED}`,
  throttled: THROTTLED,
  throttledShare: `${THROTTLED} / http.requests`,
  errorShare: `(${ERRORS}) / http.requests`,
  latencyP50: 'http.response_time.p50',
  latencyP95: 'http.response_time.p95',
  latencyP99: 'http.response_time.p99',
}

/** A scenario's checks as conditions over the whole run. */
export function artilleryEnsure(checks: readonly ScenarioCheck[]): ArtilleryEnsure {
  const notes: string[] = []
  const conditions = checks.flatMap((check) => {
    const expression = EXPRESSIONS[check.metric]
    if (expression === undefined || check.apiKey !== undefined || check.route !== undefined) {
      const why = expression === undefined ? 'a client cannot see that' : 'conditions are about all requests'
      notes.push(`The check "${checkText(check)}" is left out: ${why}.`)
      return []
    }
    return [{ expression: `${expression} ${check.operator} ${decimal(check.value)}`, strict: true }]
  })
  if (checks.some(({ metric }) => metric === 'throttled' || metric === 'throttledShare'))
    notes.push('Throttled requests are those answered with 429; those over a quota are among them.')
  if (conditions.some(({ expression }) => expression.startsWith('http.response_time')))
    notes.push('Latencies are those of all requests, refused ones and the way there and back among them.')
  return { conditions, notes }
}

/** Without an exponent, which the plugin's expressions do not know. */
function decimal(value: number): string {
  return String(value).includes('e') ? value.toFixed(12) : String(value)
}

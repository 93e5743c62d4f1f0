import type { BucketLevel, SimulationExplanation } from '@shared/contract/simulation'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import type { Trace } from '@shared/trace'
import { bucketHistory } from './bucket-history'
import { meetRequest, type MetRequest } from './met-request'
import type { PlayedRun, Turns } from './played-run'
import { reasonOf, type TokenUse } from './reason'
import { findRemedy } from './remedy/find-remedy'
import { settingOf } from './setting-of'
import { sourceNames } from './source-names'

/** Play the run again, exactly, and say all there is to say about one request. Null when the run has none of this number. */
export async function explain(run: PlayedRun, requestId: number, turns: Turns): Promise<SimulationExplanation | null> {
  const met = await meetRequest(run, requestId, turns)
  if (met === null) return null
  const { design, scenario } = run
  const route = met.runtime.names.routes[met.route]!
  const last = met.trace.at(-1)
  const history = isThrottled(met) ? await bucketHistory(run, met, turns) : null
  return {
    requestId,
    atMs: met.atMs,
    routeKey: route.routeKey,
    ...(route.isCanary !== undefined && { isCanary: route.isCanary }),
    sourceName: sourceNames(scenario)[met.caller] ?? '',
    apiKeyName: design.apiKeys[met.apiKey]?.name ?? null,
    trace: met.trace,
    reason: reasonFor(met, history?.uses ?? []),
    setting: last === undefined || met.outcome === null ? null : settingOf(design, scenario, route, last),
    buckets: bucketLevels(met.trace),
    remedy: await findRemedy(run, met, history, turns),
  }
}

function isThrottled({ outcome }: MetRequest): boolean {
  return outcome !== null && OUTCOME_INFO[OUTCOMES[outcome]!].level !== null
}

function reasonFor({ outcome, trace }: MetRequest, uses: readonly TokenUse[]): string {
  const last = trace.at(-1)
  if (outcome === null || last === undefined)
    return 'The request still waits for its answer at the moment the run has reached.'
  return reasonOf(OUTCOMES[outcome]!, last, uses)
}

/** As the trace found them: after the request took its token, or failed to. */
function bucketLevels(trace: Trace): BucketLevel[] {
  return trace.flatMap(({ details: { label, level, tokens, rateLimit, burstLimit } }) => {
    if (typeof tokens !== 'number' || typeof rateLimit !== 'number' || typeof burstLimit !== 'number') return []
    return [{ label: String(label), level: String(level) as BucketLevel['level'], tokens, rateLimit, burstLimit }]
  })
}

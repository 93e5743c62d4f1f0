import type { Diagnostic } from '../../diagnostic'
import type { TrafficSource } from '../scenario'
import { checkLatency } from './check-latency'
import { checkPopularity } from './check-popularity'
import { checkRetry } from './check-retry'
import { checkRouteWeights } from './check-route-weights'
import { checkShare } from './check-share'
import { checkSourceKeys } from './check-source-keys'
import { checkTrafficShape } from './check-traffic-shape'
import type { Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

const SHARES = [
  'invalidBodies',
  'missingTokens',
  'expiredTokens',
  'deniedIdentities',
  'wrongApiKeys',
  'cacheBypasses',
] as const

/** One traffic source: its shape, where it goes, who sends it. */
export function checkTrafficSource(source: TrafficSource, at: Path, targets: ScenarioTargets): Diagnostic[] {
  const label = `Traffic source ${source.name}`
  return [
    ...checkTrafficShape(label, source.shape, [...at, 'shape']),
    ...checkRouteWeights(label, source.routes, [...at, 'routes'], targets, playsAll(source)),
    ...checkSourceKeys(label, source.apiKeys, [...at, 'apiKeys'], targets),
    ...checkPopularity(`${label}, identities`, source.identities, [...at, 'identities']),
    ...checkPopularity(`${label}, items`, source.items, [...at, 'items']),
    ...SHARES.flatMap((share) => checkShare(`${label}: ${share}`, source[share], [...at, share])),
    ...checkLatency(`${label}, clientLatency`, source.clientLatency, [...at, 'clientLatency']),
    ...checkRetry(`${label}, retry`, source.retry, [...at, 'retry']),
  ]
}

/** A log says itself which routes are called; a source that names none plays them all. */
function playsAll({ routes, shape }: TrafficSource): boolean {
  return shape.type === 'REPLAY' && Object.keys(routes).length === 0
}

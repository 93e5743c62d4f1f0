import type { Diagnostic } from '../../diagnostic'
import type { PopularityOver, TrafficSource } from '../scenario'
import { checkLatency } from './check-latency'
import { checkExponent, checkPopularity } from './check-popularity'
import { checkRetry } from './check-retry'
import { checkShare } from './check-share'
import { checkTrafficShape } from './check-traffic-shape'
import { isNumberWithin } from './numbers'
import { problem, unless, type Path } from './problem'
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
    ...checkRoutes(label, source, [...at, 'routes'], targets),
    ...checkKeys(label, source.apiKeys, [...at, 'apiKeys'], targets),
    ...checkPopularity(`${label}, identities`, source.identities, [...at, 'identities']),
    ...checkPopularity(`${label}, items`, source.items, [...at, 'items']),
    ...SHARES.flatMap((share) => checkShare(`${label}: ${share}`, source[share], [...at, share])),
    ...checkLatency(`${label}, clientLatency`, source.clientLatency, [...at, 'clientLatency']),
    ...checkRetry(`${label}, retry`, source.retry, [...at, 'retry']),
  ]
}

function checkRoutes(
  label: string,
  { routes, shape }: TrafficSource,
  at: Path,
  targets: ScenarioTargets,
): Diagnostic[] {
  const weights = Object.entries(routes)
  const wrong = weights.filter(([, weight]) => !isNumberWithin(weight, 0))
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  // A log says itself which routes are called; a source that names none plays them all.
  const playsAll = shape.type === 'REPLAY' && weights.length === 0
  return [
    ...weights
      .filter(([routeKey]) => targets.routeKeys && !targets.routeKeys.has(routeKey))
      .map(([routeKey]) =>
        problem(
          'scenario/route-unknown',
          [...at, routeKey],
          `${label}: route ${routeKey} does not exist. Choose another.`,
        ),
      ),
    ...wrong.map(([routeKey, weight]) =>
      problem(
        'scenario/rate-invalid',
        [...at, routeKey],
        `${label}: the weight of ${routeKey} is ${weight}. Give 0 or more.`,
      ),
    ),
    ...unless(
      wrong.length > 0 || total > 0 || playsAll,
      'scenario/source-without-routes',
      at,
      () => `${label} calls no route. Choose at least one and give it a weight above 0.`,
    ),
  ]
}

function checkKeys(
  label: string,
  apiKeys: PopularityOver | undefined,
  at: Path,
  targets: ScenarioTargets,
): Diagnostic[] {
  if (!apiKeys) return []
  return [
    ...apiKeys.names.flatMap((name, index) =>
      unless(
        targets.apiKeyNames.has(name),
        'scenario/api-key-unknown',
        [...at, 'names', index],
        () => `${label}: API key ${name} does not exist. Choose another, or give wrongApiKeys a share.`,
      ),
    ),
    ...unless(
      apiKeys.names.length > 0,
      'scenario/popularity-invalid',
      [...at, 'names'],
      () => `${label}: apiKeys names no key. Choose at least one.`,
    ),
    ...checkExponent(`${label}, apiKeys`, apiKeys.exponent, at),
  ]
}

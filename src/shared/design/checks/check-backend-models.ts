import type { Diagnostic } from '../../diagnostic'
import type { BackendModel, LatencyDistribution, Scenario } from '../scenario'
import { checkShare } from './check-share'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** How backends and the authorizer answer: for routes that exist, with numbers in range. */
export function checkBackendModels(scenario: Scenario, targets: ScenarioTargets): Diagnostic[] {
  const { authorizer } = scenario
  return [
    ...Object.entries(scenario.backends ?? {}).flatMap(([routeKey, backend]) => [
      ...unless(
        routeKey === '*' || !targets.routeKeys || targets.routeKeys.has(routeKey),
        'scenario/route-unknown',
        ['backends', routeKey],
        () => `Scenario ${scenario.name}: there is a backend for ${routeKey}, which does not exist. Remove it.`,
      ),
      ...checkBackend(`Backend of ${routeKey}`, backend, ['backends', routeKey]),
    ]),
    ...(authorizer
      ? [
          ...checkLatency('Authorizer', authorizer.latency, ['authorizer', 'latency']),
          ...checkShare('Authorizer: errorRate', authorizer.errorRate, ['authorizer', 'errorRate']),
        ]
      : []),
  ]
}

function checkBackend(label: string, backend: BackendModel, at: Path): Diagnostic[] {
  const { concurrencyLimit, responseBytes } = backend
  return [
    ...checkLatency(label, backend.latency, [...at, 'latency']),
    ...checkShare(`${label}: errorRate`, backend.errorRate, [...at, 'errorRate']),
    ...unless(
      concurrencyLimit === undefined || isWholeWithin(concurrencyLimit, 1),
      'scenario/backend-invalid',
      [...at, 'concurrencyLimit'],
      () => `${label}: concurrencyLimit is ${concurrencyLimit}. Give a whole number from 1, or leave it out.`,
    ),
    ...unless(
      responseBytes === undefined || isNumberWithin(responseBytes, 0),
      'scenario/backend-invalid',
      [...at, 'responseBytes'],
      () => `${label}: responseBytes is ${responseBytes}. Give a number of bytes, 0 or more.`,
    ),
  ]
}

function checkLatency(label: string, latency: LatencyDistribution, at: Path): Diagnostic[] {
  return latencyMembers(latency).flatMap(([member, value]) =>
    unless(
      isNumberWithin(value, 0),
      'scenario/latency-invalid',
      [...at, member],
      () => `${label}: ${member} is ${value}. Give 0 or more.`,
    ),
  )
}

function latencyMembers(latency: LatencyDistribution): [string, number][] {
  switch (latency.distribution) {
    case 'CONSTANT':
      return [['valueMs', latency.valueMs]]
    case 'LOGNORMAL':
      return [
        ['medianMs', latency.medianMs],
        ['sigma', latency.sigma],
      ]
    case 'EXPONENTIAL':
      return [['meanMs', latency.meanMs]]
  }
}

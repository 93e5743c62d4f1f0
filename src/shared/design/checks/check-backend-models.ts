import type { Diagnostic } from '../../diagnostic'
import type { BackendModel, Outage, Scenario } from '../scenario'
import { checkLatency } from './check-latency'
import { checkRange, checkSeconds } from './check-seconds'
import { checkShare } from './check-share'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** How backends, the authorizer and the gateway itself answer: for routes that exist, with numbers in range. */
export function checkBackendModels(scenario: Scenario, targets: ScenarioTargets): Diagnostic[] {
  const { authorizer, overhead } = scenario
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
    ...checkLatency('Overhead', overhead, ['overhead']),
  ]
}

function checkBackend(label: string, backend: BackendModel, at: Path): Diagnostic[] {
  const { coldStart, responseBytes } = backend
  return [
    ...checkLatency(label, backend.latency, [...at, 'latency']),
    ...checkFailures(label, backend, at),
    ...checkConcurrency(label, backend, at),
    ...checkLatency(`${label}, coldStart`, coldStart?.latency, [...at, 'coldStart', 'latency']),
    ...checkSeconds(`${label}, coldStart`, 'idleTimeoutInSeconds', coldStart?.idleTimeoutInSeconds, [
      ...at,
      'coldStart',
    ]),
    ...unless(
      responseBytes === undefined || isNumberWithin(responseBytes, 0),
      'scenario/backend-invalid',
      [...at, 'responseBytes'],
      () => `${label}: responseBytes is ${responseBytes}. Give a number of bytes, 0 or more.`,
    ),
  ]
}

function checkFailures(label: string, { errorRate, timeoutRate, outages = [] }: BackendModel, at: Path): Diagnostic[] {
  const wrong = [
    ...checkShare(`${label}: errorRate`, errorRate, [...at, 'errorRate']),
    ...checkShare(`${label}: timeoutRate`, timeoutRate, [...at, 'timeoutRate']),
  ]
  return [
    ...wrong,
    ...unless(
      wrong.length > 0 || (errorRate ?? 0) + (timeoutRate ?? 0) <= 1,
      'scenario/share-invalid',
      [...at, 'timeoutRate'],
      () => `${label}: errorRate and timeoutRate are more than 1 together. Lower one of them.`,
    ),
    ...outages.flatMap((outage: Outage, index) =>
      checkRange(`${label}, outage ${index + 1}`, outage, [...at, 'outages', index]),
    ),
  ]
}

function checkConcurrency(label: string, backend: BackendModel, at: Path): Diagnostic[] {
  const { concurrencyLimit, whenBusy, queueLimit } = backend
  return [
    ...unless(
      concurrencyLimit === undefined || isWholeWithin(concurrencyLimit, 1),
      'scenario/backend-invalid',
      [...at, 'concurrencyLimit'],
      () => `${label}: concurrencyLimit is ${concurrencyLimit}. Give a whole number from 1, or leave it out.`,
    ),
    ...unless(
      whenBusy === undefined || concurrencyLimit !== undefined,
      'scenario/backend-invalid',
      [...at, 'whenBusy'],
      () => `${label}: it is never busy without a concurrencyLimit. Give it one, or leave whenBusy out.`,
      'warning',
    ),
    ...unless(
      queueLimit === undefined || whenBusy === 'QUEUE',
      'scenario/backend-invalid',
      [...at, 'queueLimit'],
      () => `${label}: nothing waits without whenBusy: QUEUE. Add that, or leave queueLimit out.`,
    ),
    ...unless(
      queueLimit === undefined || isWholeWithin(queueLimit, 0),
      'scenario/backend-invalid',
      [...at, 'queueLimit'],
      () => `${label}: queueLimit is ${queueLimit}. Give a whole number from 0, or leave it out.`,
    ),
  ]
}

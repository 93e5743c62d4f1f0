import type { Diagnostic } from '../../diagnostic'
import type { Scenario, ScenarioEvent } from '../scenario'
import { checkLimitChange } from './check-limit-change'
import { checkSeconds } from './check-seconds'
import { checkShare } from './check-share'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** What changes while the run goes on: about things that exist, with numbers in range. */
export function checkScenarioEvents({ name, events = [] }: Scenario, targets: ScenarioTargets): Diagnostic[] {
  return events.flatMap((event, index) => {
    const label = `Scenario ${name}, event ${index + 1} (${event.type})`
    const at = ['events', index]
    return [...checkTime(label, event.at, at, targets), ...checkEvent(label, event, at, targets)]
  })
}

function checkTime(label: string, time: number, at: Path, { durationInSeconds }: ScenarioTargets): Diagnostic[] {
  return [
    ...checkSeconds(label, 'at', time, at),
    ...unless(
      !(time >= durationInSeconds),
      'scenario/event-invalid',
      [...at, 'at'],
      () => `${label} is at ${time} s, when the run is over: it never happens. Give an earlier time.`,
      'warning',
    ),
  ]
}

function checkEvent(label: string, event: ScenarioEvent, at: Path, targets: ScenarioTargets): Diagnostic[] {
  switch (event.type) {
    case 'SET_LIMIT':
      return checkLimitChange(label, event, at, targets)
    case 'FLUSH_CACHE':
    case 'FLUSH_AUTHORIZER_CACHE':
    case 'DEPLOY':
      return []
    case 'REVOKE':
      return [
        ...unless(
          targets.sourceNames.has(event.source),
          'scenario/source-unknown',
          [...at, 'source'],
          () => `${label}: traffic source ${event.source} does not exist. Choose another.`,
        ),
        ...checkShare(`${label}: share`, event.share, [...at, 'share']),
      ]
    case 'CHANGE_DATA':
      return checkBackendRoute(label, event.route, at, targets)
    case 'CHANGE_BACKEND':
      return [...checkBackendRoute(label, event.route, at, targets), ...checkBackendChange(label, event, at)]
  }
}

function checkBackendRoute(label: string, route: string, at: Path, { routeKeys }: ScenarioTargets): Diagnostic[] {
  return unless(
    route === '*' || !routeKeys || routeKeys.has(route),
    'scenario/route-unknown',
    [...at, 'route'],
    () => `${label}: route ${route} does not exist. Choose another, or * for all.`,
  )
}

function checkBackendChange(
  label: string,
  { latencyFactor, errorRate }: Extract<ScenarioEvent, { type: 'CHANGE_BACKEND' }>,
  at: Path,
): Diagnostic[] {
  return [
    ...unless(
      latencyFactor === undefined || isNumberWithin(latencyFactor, 0),
      'scenario/event-invalid',
      [...at, 'latencyFactor'],
      () => `${label}: latencyFactor is ${latencyFactor}. Give 0 or more, as in 2 for twice as long.`,
    ),
    ...checkShare(`${label}: errorRate`, errorRate, [...at, 'errorRate']),
    ...unless(
      latencyFactor !== undefined || errorRate !== undefined,
      'scenario/event-invalid',
      at,
      () => `${label} changes nothing. Give it a latencyFactor or an errorRate.`,
    ),
  ]
}

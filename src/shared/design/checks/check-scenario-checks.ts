import type { Diagnostic } from '../../diagnostic'
import type { Scenario, ScenarioCheck } from '../scenario'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** Statements about the result: about things that exist, with a number to compare with. */
export function checkScenarioChecks(scenario: Scenario, targets: ScenarioTargets): Diagnostic[] {
  return (scenario.checks ?? []).flatMap((check, index) => checkOne(scenario.name, check, ['checks', index], targets))
}

function checkOne(name: string, check: ScenarioCheck, at: Path, targets: ScenarioTargets): Diagnostic[] {
  const { metric, apiKey, route, value } = check
  const label = `Scenario ${name}, check of ${metric}`
  const isNarrowed = apiKey !== undefined || route !== undefined
  const canBeNarrowed = metric === 'throttled' || metric === 'throttledShare'
  return [
    ...unless(
      isNumberWithin(value, -Number.MAX_VALUE),
      'scenario/check-invalid',
      [...at, 'value'],
      () => `${label}: value is ${String(value)}. Give a number.`,
    ),
    ...unless(
      !isNarrowed || canBeNarrowed,
      'scenario/check-invalid',
      [...at, apiKey === undefined ? 'route' : 'apiKey'],
      () => `${label}: only throttled and throttledShare can be narrowed to an API key or a route. Remove it.`,
    ),
    ...unless(
      apiKey === undefined || targets.apiKeyNames.has(apiKey),
      'scenario/api-key-unknown',
      [...at, 'apiKey'],
      () => `${label}: API key ${apiKey} does not exist. Choose another.`,
    ),
    ...unless(
      route === undefined || !targets.routeKeys || targets.routeKeys.has(route),
      'scenario/route-unknown',
      [...at, 'route'],
      () => `${label}: route ${route} does not exist. Choose another.`,
    ),
  ]
}

import type { Diagnostic } from '../../diagnostic'
import { SCENARIO_METRICS, type Scenario, type ScenarioCheck, type ScenarioMetric } from '../scenario'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** By what a metric can be narrowed; the others are of the whole run. */
const NARROWED: { readonly [Metric in ScenarioMetric]?: readonly ('apiKey' | 'route')[] } = {
  requests: ['apiKey', 'route'],
  admitted: ['apiKey', 'route'],
  throttled: ['apiKey', 'route'],
  throttledShare: ['apiKey', 'route'],
  cacheHitRatio: ['route'],
  errorShare: ['apiKey', 'route'],
  quotaExceeded: ['apiKey', 'route'],
  latencyP50: ['route'],
  latencyP95: ['route'],
  latencyP99: ['route'],
}

/** Statements about the result: about things that exist, with a number to compare with. */
export function checkScenarioChecks(scenario: Scenario, targets: ScenarioTargets): Diagnostic[] {
  return (scenario.checks ?? []).flatMap((check, index) => checkOne(scenario.name, check, ['checks', index], targets))
}

function checkOne(name: string, check: ScenarioCheck, at: Path, targets: ScenarioTargets): Diagnostic[] {
  const { metric, apiKey, route, value } = check
  const label = `Scenario ${name}, check of ${metric}`
  return [
    ...unless(
      SCENARIO_METRICS.includes(metric),
      'scenario/check-invalid',
      [...at, 'metric'],
      () => `${label}: there is no such metric. Choose one of ${SCENARIO_METRICS.join(', ')}.`,
    ),
    ...unless(
      isNumberWithin(value, -Number.MAX_VALUE),
      'scenario/check-invalid',
      [...at, 'value'],
      () => `${label}: value is ${String(value)}. Give a number.`,
    ),
    ...checkNarrowing(label, check, at),
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

function checkNarrowing(label: string, check: ScenarioCheck, at: Path): Diagnostic[] {
  const possible = (Object.hasOwn(NARROWED, check.metric) && NARROWED[check.metric]) || []
  return [
    ...(['apiKey', 'route'] as const).flatMap((member) =>
      unless(
        check[member] === undefined || possible.includes(member),
        'scenario/check-invalid',
        [...at, member],
        () => `${label}: it cannot be narrowed to one ${member === 'route' ? 'route' : 'API key'}. Remove ${member}.`,
      ),
    ),
    ...unless(
      check.apiKey === undefined || check.route === undefined || possible.length < 2,
      'scenario/check-invalid',
      [...at, 'route'],
      () => `${label}: it is narrowed to one API key or to one route, not to both. Remove one.`,
    ),
  ]
}

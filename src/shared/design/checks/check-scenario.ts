import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import { findApi, routeKeysOf } from '../route-key'
import type { Scenario } from '../scenario'
import { changeableLimits } from './changeable-limits'
import { checkBackendModels } from './check-backend-models'
import { checkScenarioChecks } from './check-scenario-checks'
import { checkScenarioEvents } from './check-scenario-events'
import { checkConnectionSource } from './check-connection-source'
import { checkTrafficKind } from './check-traffic-kind'
import { checkWebSocketModel } from './check-web-socket-model'
import { checkTrafficSource } from './check-traffic-source'
import { isNumberWithin } from './numbers'
import { problem, unless } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** The year, month and day, then the time, then Z or an offset. */
const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * Every number of a scenario in range, everything it names there. Pointers are into the scenario, as in "/sources/0/shape/ratePerSecond";
 * `checkDesign` puts "/scenarios/{index}" before them.
 */
export function checkScenario(scenario: Scenario, design: Design): Diagnostic[] {
  const api = findApi(design, scenario.apiId)
  const targets: ScenarioTargets = {
    routeKeys: api ? new Set(routeKeysOf(api)) : null,
    apiKeyNames: new Set(design.apiKeys.map((key) => key.name)),
    usagePlanIds: new Set(design.usagePlans.map((plan) => plan.id)),
    limits: changeableLimits(design, scenario),
    sourceNames: new Set([...scenario.sources, ...(scenario.connections ?? [])].map((source) => source.name)),
    durationInSeconds: scenario.durationInSeconds,
  }
  return [
    ...checkPlace(scenario, design),
    ...checkRun(scenario),
    ...checkTrafficKind(scenario, api),
    ...checkSourceNames(scenario, 'sources'),
    ...checkSourceNames(scenario, 'connections'),
    ...scenario.sources.flatMap((source, index) => checkTrafficSource(source, ['sources', index], targets)),
    ...(scenario.connections ?? []).flatMap((source, index) =>
      checkConnectionSource(source, ['connections', index], targets),
    ),
    ...checkWebSocketModel(scenario, targets, api),
    ...checkBackendModels(scenario, targets),
    ...checkScenarioEvents(scenario, targets),
    ...checkScenarioChecks(scenario, targets),
  ]
}

function checkPlace(scenario: Scenario, design: Design): Diagnostic[] {
  const api = findApi(design, scenario.apiId)
  if (!api) {
    const message = `Scenario ${scenario.name}: API ${scenario.apiId} does not exist. Choose the API it calls.`
    return [problem('scenario/api-unknown', ['apiId'], message)]
  }
  return unless(
    Object.hasOwn(api.stages, scenario.stage),
    'scenario/stage-unknown',
    ['stage'],
    () => `Scenario ${scenario.name}: ${api.name} has no stage ${scenario.stage}. Choose one that exists.`,
  )
}

function checkRun({ name, durationInSeconds, seed, startsAt }: Scenario): Diagnostic[] {
  return [
    ...unless(name.trim() !== '', 'scenario/name-empty', ['name'], () => 'A scenario has no name. Give it one.'),
    ...unless(
      isNumberWithin(durationInSeconds, Number.MIN_VALUE),
      'scenario/duration-invalid',
      ['durationInSeconds'],
      () => `Scenario ${name}: durationInSeconds is ${durationInSeconds}. Give a number of seconds above 0.`,
    ),
    ...unless(
      Number.isSafeInteger(seed),
      'scenario/seed-invalid',
      ['seed'],
      () => `Scenario ${name}: seed is ${seed}. Give a whole number.`,
    ),
    ...unless(
      startsAt === undefined || INSTANT.test(startsAt),
      'scenario/starts-at-invalid',
      ['startsAt'],
      () => `Scenario ${name}: startsAt "${startsAt}" is not an instant. Write it as 2026-01-01T00:00:00Z.`,
    ),
  ]
}

function checkSourceNames(scenario: Scenario, member: 'sources' | 'connections'): Diagnostic[] {
  const scenarioName = scenario.name
  const words = member === 'sources' ? 'traffic source' : 'source of connections'
  const names = (scenario[member] ?? []).map((source) => source.name)
  return names.flatMap((name, index) => [
    ...unless(
      name.trim() !== '',
      'scenario/name-empty',
      [member, index, 'name'],
      () => `Scenario ${scenarioName}: ${words} ${index + 1} has no name. Give it one.`,
    ),
    ...unless(
      names.indexOf(name) === index,
      'scenario/name-duplicate',
      [member, index, 'name'],
      () =>
        `Scenario ${scenarioName}: two ${words.replace('source', 'sources')} are named ${name}. Rename one to tell them apart.`,
      'warning',
    ),
  ])
}

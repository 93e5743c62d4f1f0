import type { Diagnostic } from '../../diagnostic'
import type { LimitChange } from '../scenario'
import { limitName } from './limit-name'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

const NEEDS: { readonly [Level in LimitChange['level']]: { readonly route: boolean; readonly plan: boolean } } = {
  planMethod: { route: true, plan: true },
  plan: { route: false, plan: true },
  method: { route: true, plan: false },
  stage: { route: false, plan: false },
  account: { route: false, plan: false },
}

/** A limit that changes: one that can be found by the names given, to numbers in range. */
export function checkLimitChange(label: string, change: LimitChange, at: Path, targets: ScenarioTargets): Diagnostic[] {
  const wrong = [...checkNames(label, change, at), ...checkNamed(label, change, at, targets)]
  return [
    ...wrong,
    ...unless(
      wrong.length > 0 || !targets.routeKeys || targets.limits.has(limitName(change)),
      'scenario/event-invalid',
      [...at, 'level'],
      () => `${label}: there is no such limit at this stage, so nothing changes. Set one in the design first.`,
      'warning',
    ),
    ...checkNumbers(label, change, at),
  ]
}

function checkNames(label: string, { level, route, usagePlanId }: LimitChange, at: Path): Diagnostic[] {
  const needs = NEEDS[level]
  return [
    ...checkName(label, level, 'route', route, needs.route, at),
    ...checkName(label, level, 'usagePlanId', usagePlanId, needs.plan, at),
  ]
}

function checkName(
  label: string,
  level: string,
  member: string,
  value: string | undefined,
  isNeeded: boolean,
  at: Path,
): Diagnostic[] {
  return unless(isNeeded === (value !== undefined), 'scenario/event-invalid', [...at, member], () =>
    isNeeded
      ? `${label}: a limit of level ${level} is found by its ${member}. Give it.`
      : `${label}: a limit of level ${level} has no ${member}. Leave it out, or choose another level.`,
  )
}

function checkNamed(
  label: string,
  { route, usagePlanId }: LimitChange,
  at: Path,
  targets: ScenarioTargets,
): Diagnostic[] {
  return [
    ...unless(
      route === undefined || !targets.routeKeys || targets.routeKeys.has(route),
      'scenario/route-unknown',
      [...at, 'route'],
      () => `${label}: route ${route} does not exist. Choose another.`,
    ),
    ...unless(
      usagePlanId === undefined || targets.usagePlanIds.has(usagePlanId),
      'scenario/plan-unknown',
      [...at, 'usagePlanId'],
      () => `${label}: usage plan ${usagePlanId} does not exist. Choose another.`,
    ),
  ]
}

function checkNumbers(label: string, { rateLimit, burstLimit }: LimitChange, at: Path): Diagnostic[] {
  return [
    ...unless(
      isNumberWithin(rateLimit, 0),
      'scenario/event-invalid',
      [...at, 'rateLimit'],
      () => `${label}: rateLimit is ${rateLimit}. Give a number of requests per second, 0 or more.`,
    ),
    ...unless(
      isWholeWithin(burstLimit, 0),
      'scenario/event-invalid',
      [...at, 'burstLimit'],
      () => `${label}: burstLimit is ${burstLimit}. Give a whole number of requests, 0 or more.`,
    ),
  ]
}

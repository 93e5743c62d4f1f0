import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Design } from '../design'
import { findApi } from '../route-key'
import type { ApiStage, UsagePlan } from '../usage-plan'
import { checkThrottle } from './check-throttle'
import { hasMethodSettingKey } from './method-keys'
import { problem, unless, type Path } from './problem'

/** One stage that a plan covers. */
export interface PlanStageScope {
  readonly design: Design
  readonly plan: UsagePlan
  readonly covered: ApiStage
  readonly at: Path
}

/** The stage exists, and so do the methods that have a limit of their own. Source: rest-api.md 5.1, 15. */
export function checkPlanStage(scope: PlanStageScope): Diagnostic[] {
  const { design, plan, covered, at } = scope
  const api = findApi(design, covered.apiId)
  if (!api) {
    const message = `Usage plan ${plan.name}: API ${covered.apiId} does not exist. Take it out of the plan.`
    return [problem('design/plan-api-unknown', [...at, 'apiId'], message)]
  }
  const max = LIMITS.methodThrottlesPerApiStage.value
  const keys = Object.keys(covered.throttle ?? {})
  return [
    ...unless(
      Object.hasOwn(api.stages, covered.stage),
      'design/plan-stage-unknown',
      [...at, 'stage'],
      () => `Usage plan ${plan.name}: ${api.name} has no stage ${covered.stage}. Take it out of the plan.`,
    ),
    ...unless(
      keys.length <= max,
      'design/limit-exceeded',
      [...at, 'throttle'],
      () =>
        `Usage plan ${plan.name} has ${keys.length} method throttles for stage ${covered.stage}; AWS allows ${max} unless raised.`,
      'warning',
    ),
    ...keys.flatMap((key) => checkMethodThrottle(scope, key)),
  ]
}

function checkMethodThrottle({ design, plan, covered, at }: PlanStageScope, key: string): Diagnostic[] {
  const api = findApi(design, covered.apiId)
  const throttle = covered.throttle?.[key]
  const keyAt = [...at, 'throttle', key]
  return [
    ...unless(
      api?.protocolType !== 'REST' || hasMethodSettingKey(api, key),
      'design/plan-method-unknown',
      keyAt,
      () => `Usage plan ${plan.name}: ${api?.name} has no method ${key}, so the limit has no effect. Remove it.`,
      'warning',
    ),
    ...checkThrottle(`Usage plan ${plan.name}, ${key}`, keyAt, {
      rate: ['rateLimit', throttle?.rateLimit],
      burst: ['burstLimit', throttle?.burstLimit],
    }),
  ]
}

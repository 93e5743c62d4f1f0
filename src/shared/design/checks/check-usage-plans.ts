import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import { findApi } from '../route-key'
import type { UsagePlan } from '../usage-plan'
import { checkPlanStage } from './check-plan-stage'
import { checkQuota } from './check-quota'
import { checkThrottle } from './check-throttle'
import { problem, unless, type Path } from './problem'

/** Limits and references of every usage plan, and keys that two plans claim for one stage. Source: rest-api.md 5. */
export function checkUsagePlans(design: Design): Diagnostic[] {
  const keyIds = new Set(design.apiKeys.map((key) => key.id))
  return [
    ...design.usagePlans.flatMap((plan, index) => {
      const at = ['usagePlans', index]
      return [
        ...checkPlanThrottle(plan, at),
        ...checkQuota(plan, at),
        ...plan.apiStages.flatMap((covered, stageIndex) =>
          checkPlanStage({ design, plan, covered, at: [...at, 'apiStages', stageIndex] }),
        ),
        ...checkStagesOnce(plan, at),
        ...checkKeys(plan, keyIds, at),
      ]
    }),
    ...checkKeyConflicts(design),
  ]
}

function checkPlanThrottle({ name, throttle }: UsagePlan, at: Path): Diagnostic[] {
  return checkThrottle(`Usage plan ${name}`, [...at, 'throttle'], {
    rate: ['rateLimit', throttle?.rateLimit],
    burst: ['burstLimit', throttle?.burstLimit],
  })
}

function checkStagesOnce(plan: UsagePlan, at: Path): Diagnostic[] {
  const places = plan.apiStages.map(({ apiId, stage }) => `${apiId}/${stage}`)
  return places.flatMap((place, index) =>
    unless(
      places.indexOf(place) === index,
      'design/plan-stage-duplicate',
      [...at, 'apiStages', index],
      () => `Usage plan ${plan.name} covers ${place} more than once. Remove the others.`,
    ),
  )
}

function checkKeys(plan: UsagePlan, keyIds: ReadonlySet<string>, at: Path): Diagnostic[] {
  return plan.keyIds.flatMap((keyId, index) =>
    unless(
      keyIds.has(keyId),
      'design/plan-key-unknown',
      [...at, 'keyIds', index],
      () => `Usage plan ${plan.name}: API key ${keyId} does not exist. Add the key or take it out of the plan.`,
    ),
  )
}

/** Source: rest-api.md 5.5, "only one plan per stage". */
function checkKeyConflicts(design: Design): Diagnostic[] {
  const planOf = new Map<string, UsagePlan>()
  const keyNames = new Map(design.apiKeys.map((key) => [key.id, key.name]))
  return design.usagePlans.flatMap((plan, planIndex) =>
    plan.keyIds.flatMap((keyId, keyIndex) => {
      const at = ['usagePlans', planIndex, 'keyIds', keyIndex]
      const clash = plan.apiStages.find(({ apiId, stage }) => {
        const claim = `${keyId} ${apiId} ${stage}`
        const other = planOf.get(claim) ?? plan
        planOf.set(claim, other)
        return other !== plan
      })
      if (!clash)
        return plan.keyIds.indexOf(keyId) === keyIndex ? [] : [repeatedKey(plan, keyNames.get(keyId) ?? keyId, at)]
      const other = planOf.get(`${keyId} ${clash.apiId} ${clash.stage}`)
      const place = `stage ${clash.stage} of ${findApi(design, clash.apiId)?.name ?? clash.apiId}`
      const message = `API key ${keyNames.get(keyId) ?? keyId} is in usage plans ${other?.name} and ${plan.name} for ${place}. A key can be in one plan per stage.`
      return [problem('design/plan-key-conflict', at, message)]
    }),
  )
}

function repeatedKey(plan: UsagePlan, keyName: string, at: Path): Diagnostic {
  const message = `API key ${keyName} is in usage plan ${plan.name} more than once. Remove the others.`
  return problem('design/plan-key-conflict', at, message)
}

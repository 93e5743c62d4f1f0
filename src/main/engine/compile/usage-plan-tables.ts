import type { Design, ThrottleSettings } from '@shared/design/design'
import { methodSettingKey } from '@shared/design/method-settings'
import { ABSENT } from '../flight'
import type { CompiledRoute, StageRef } from '../runtime'
import { QuotaCounters } from '../state/quota-counters'
import { TokenBuckets, UNLIMITED } from '../state/token-buckets'

/** The usage plans as tables: one row for each plan and enabled key. */
export function usagePlanTables(
  design: Design,
  stages: readonly StageRef[],
  routes: readonly CompiledRoute[],
  epoch: number,
) {
  const indexOfKey = new Map(design.apiKeys.map(({ id }, at) => [id, at]))
  const planKeys = design.usagePlans.flatMap((plan, planIndex) =>
    plan.keyIds.flatMap((keyId) => {
      const apiKey = indexOfKey.get(keyId)
      return apiKey !== undefined && design.apiKeys[apiKey]!.enabled ? [{ plan: planIndex, apiKey }] : []
    }),
  )
  const rowsOfPlan = design.usagePlans.map((_, plan) => planKeys.filter((row) => row.plan === plan).length)
  const firstRowOfPlan = rowsOfPlan.map((_, plan) => rowsOfPlan.slice(0, plan).reduce((sum, rows) => sum + rows, 0))
  const planMethods = planMethodLimits(design, routes, rowsOfPlan)
  return {
    planKeys,
    planKeyOf: planKeyOf(design, stages, planKeys),
    planOf: Int32Array.from(planKeys, ({ plan }) => plan),
    ordinalInPlan: Int32Array.from(planKeys, ({ plan }, row) => row - firstRowOfPlan[plan]!),
    planMethodOf: planMethods.firstBucket,
    planMethodBuckets: new TokenBuckets(planMethods.limits),
    usagePlanBuckets: new TokenBuckets(planKeys.map(({ plan }) => design.usagePlans[plan]!.throttle ?? UNLIMITED)),
    quotas: new QuotaCounters(
      planKeys.map(({ plan }) => design.usagePlans[plan]!.quota),
      epoch,
    ),
  }
}

/** For each key and stage the row of the first plan that covers both; AWS allows one plan for a key and a stage. */
function planKeyOf(
  design: Design,
  stages: readonly StageRef[],
  planKeys: readonly { plan: number; apiKey: number }[],
): Int32Array {
  const table = new Int32Array(design.apiKeys.length * stages.length).fill(ABSENT)
  planKeys.forEach(({ plan, apiKey }, row) => {
    for (const { apiId, stage } of design.usagePlans[plan]!.apiStages) {
      stages.forEach((ref, at) => {
        const cell = apiKey * stages.length + at
        if (ref.apiId === apiId && ref.stage === stage && table[cell] === ABSENT) table[cell] = row
      })
    }
  })
  return table
}

/** Buckets for methods that a plan limits apart: one for each key of the plan, for a stage and its canary together. Empty tables when no plan does. */
function planMethodLimits(design: Design, routes: readonly CompiledRoute[], rowsOfPlan: readonly number[]) {
  const limits: ThrottleSettings[] = []
  const cells = design.usagePlans.flatMap((plan, planIndex) => {
    const known = new Map<string, number>()
    return routes.map((route) => {
      const apiStage = plan.apiStages.find(({ apiId, stage }) => apiId === route.apiId && stage === route.stage)
      // Only methods of REST APIs can have one.
      if (route.protocolType !== 'REST') return ABSENT
      const limit = apiStage?.throttle?.[methodSettingKey(route.path, route.verb)]
      if (limit === undefined) return ABSENT
      const key = JSON.stringify([route.apiId, route.stage, route.routeKey])
      const first = known.get(key) ?? limits.length
      if (!known.has(key)) for (let row = 0; row < rowsOfPlan[planIndex]!; row++) limits.push(limit)
      known.set(key, first)
      return first
    })
  })
  return { limits, firstBucket: Int32Array.from(limits.length === 0 ? [] : cells) }
}

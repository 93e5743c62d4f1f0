import type { Design } from '@shared/design/design'
import { findRestApi, restRoutes } from '@shared/design/route-key'
import { STEP_NAMES, type StepName } from '@shared/step-name'
import { routePlan } from '../engine/compile/route-plan'
import type { StageRef } from '../engine/runtime'

/** What a test invoke does of a method's steps. Source: rest-api.md 2.1 (inferred). */
const DONE: ReadonlySet<StepName> = new Set(['request-validator', 'integration'])

/**
 * The steps that a request would have gone through and a test invoke does not, in their order; none for an unknown route. An API that
 * has no stages is served as if it had the one that is asked for.
 */
export function skippedSteps(design: Design, { apiId, stage }: StageRef, routeKey: string): StepName[] {
  const api = findRestApi(design, apiId)
  const route = api && restRoutes(api).find((one) => one.routeKey === routeKey)
  if (api === undefined || route === undefined) return []
  const view = { apiId, stage, api, settings: api.stages[stage] ?? { methodSettings: {} }, definition: api }
  return routePlan(design, view, route)
    .map((code) => STEP_NAMES[code]!)
    .filter((step) => !DONE.has(step))
}

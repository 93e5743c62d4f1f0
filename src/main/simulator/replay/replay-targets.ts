import type { Design } from '@shared/design/design'
import { findApi, restRoutes, splitRouteKey } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { stageViews } from '../../engine/compile/stage-view'

/** What the lines of a log can be about: the routes and keys of the design, as the runtime counts them. */
export interface ReplayTargets {
  /** Whose router finds the route of a path. */
  readonly protocolType: 'REST' | 'HTTP'
  /** Logged paths may begin with its name. */
  readonly stage: string
  /** Of the stage, then those of its canary. */
  readonly routes: readonly ReplayRoute[]
  readonly apiKeys: readonly { readonly id: string; readonly name: string }[]
}

export interface ReplayRoute {
  readonly routeKey: string
  readonly verb: string
  readonly path: string
}

export function replayTargets(design: Design, scenario: Scenario): ReplayTargets {
  const api = findApi(design, scenario.apiId)
  if (api?.protocolType === 'HTTP') {
    const routes = Object.keys(api.routes).map((routeKey) => ({ routeKey, ...splitRouteKey(routeKey) }))
    return { protocolType: 'HTTP', stage: scenario.stage, routes, apiKeys: design.apiKeys }
  }
  return {
    protocolType: 'REST',
    stage: scenario.stage,
    routes: stageViews(design, scenario, 'CURRENT').flatMap(({ definition }) => restRoutes(definition)),
    apiKeys: design.apiKeys,
  }
}

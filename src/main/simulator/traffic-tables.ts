import type { Design } from '@shared/design/design'
import { findApi, restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { authorizerOf, lambdaAuthorizerOf } from '../engine/compile/route-plan'
import { stageViews } from '../engine/compile/stage-view'
import type { StageView } from '../engine/compile/stage-view'
import { cacheTables, type CacheTables } from './cache-tables'
import { identitiesOf, v2TrafficRoutes } from './v2-traffic-routes'

/** Where the facts of a flight are found, by route or by source. Made before the runtime, whose slots it decides. */
export interface TrafficTables extends CacheTables {
  /** By source: the runtime's routes and keys, in the order the source names them. */
  readonly routesOf: readonly (readonly number[])[]
  readonly apiKeysOf: readonly (readonly number[])[]
  /** All bits where a key is needed; else none. */
  readonly keyMask: Int32Array
  /** Clients send their keys; otherwise authorizers name them, and no client can send a wrong one. */
  readonly sendsKeys: boolean
  /** Where the slots of the callers begin, or ABSENT; all bits where there are any. */
  readonly identityBase: Int32Array
  readonly identityMask: Int32Array
  /** 1 where somebody looks at the caller's token, and so can miss it: a function, IAM or a user pool. */
  readonly checksToken: Uint8Array
  /** 1 where callers of an HTTP or WebSocket API sign for IAM: who does not is denied. Source: http-api.md 7, websocket-api.md 3.2. */
  readonly isSigned: Uint8Array
  /** By source: where its callers begin among all callers. */
  readonly identityOffset: Int32Array
  readonly identities: number
  readonly identitySlots: number
  /** Null when the stage has no canary, or one that no request goes to. */
  readonly canary: CanaryTraffic | null
}

/** Which requests go to the canary: this share, and of them those whose route it has. */
export interface CanaryTraffic {
  readonly percentTraffic: number
  /** By route: the canary's, or the route itself where the canary has none. */
  readonly routeOf: Int32Array
}

/** A route of the stage or of its canary. */
export interface RouteOfView extends RestRoute {
  readonly view: StageView
}

/** What drawn requests need to know of the routes that a scenario can call, in the runtime's order. */
export interface TrafficRoutes {
  readonly callers: readonly CallerTraits[]
  readonly cache: CacheTables
  readonly canary: CanaryTraffic | null
  readonly sendsKeys: boolean
}

/** Who may call a route. */
export interface CallerTraits {
  readonly routeKey: string
  /** The authorizer function that is asked, and that keeps its results by caller; else null. */
  readonly authorizer: string | null
  /** Whether anybody asks who calls: a function, IAM, a user pool or a JWT authorizer. */
  readonly isAsked: boolean
  readonly checksToken: boolean
  readonly isSigned: boolean
  readonly needsKey: boolean
}

/**
 * Callers have one slot for each authorizer function, where its results are kept, and one more block for those whom no function is asked
 * about but somebody cares who they are: IAM, user pools, the audit of cached answers. Nothing is ever kept there. So the caller of a
 * request is its identity modulo the number of callers, wherever it has one.
 */
export function trafficTables(design: Design, scenario: Scenario): TrafficTables {
  const identities = identitiesOf(scenario)
  const { callers, cache, canary, sendsKeys } = trafficRoutes(design, scenario, identities)
  const authorizers = [...new Set(callers.flatMap(({ authorizer }) => (authorizer === null ? [] : [authorizer])))]
  const blockOf = callers.map(({ authorizer, isAsked }, at) => {
    if (authorizer !== null) return authorizers.indexOf(authorizer)
    return isAsked || cache.isAudited[at] === 1 ? authorizers.length : -1
  })
  return {
    routesOf: scenario.sources.map((source) =>
      Object.keys(source.routes).map((key) => callers.findIndex(({ routeKey }) => routeKey === key)),
    ),
    apiKeysOf: scenario.sources.map((source) =>
      (source.apiKeys?.names ?? []).map((name) => design.apiKeys.findIndex((key) => key.name === name)),
    ),
    sendsKeys,
    keyMask: Int32Array.from(callers, ({ needsKey }) => (needsKey ? -1 : 0)),
    identityBase: Int32Array.from(blockOf, (block) => (block === -1 ? -1 : block * identities)),
    identityMask: Int32Array.from(blockOf, (block) => (block === -1 ? 0 : -1)),
    checksToken: Uint8Array.from(callers, (route) => (route.checksToken ? 1 : 0)),
    isSigned: Uint8Array.from(callers, (route) => (route.isSigned ? 1 : 0)),
    identityOffset: offsetsOf(scenario),
    identities,
    identitySlots: identities * (authorizers.length + (blockOf.includes(authorizers.length) ? 1 : 0)),
    ...cache,
    canary,
  }
}

function trafficRoutes(design: Design, scenario: Scenario, identities: number): TrafficRoutes {
  const api = findApi(design, scenario.apiId)
  if (api !== undefined && api.protocolType !== 'REST') return v2TrafficRoutes(api)
  const views = stageViews(design, scenario, 'CURRENT')
  const routes = views.flatMap((view) => restRoutes(view.definition).map((route) => ({ ...route, view })))
  return {
    callers: routes.map(restCaller),
    cache: cacheTables(scenario, routes, identities),
    canary: canaryTraffic(views, routes),
    sendsKeys: views[0]!.definition.apiKeySource === 'HEADER',
  }
}

function restCaller(route: RouteOfView): CallerTraits {
  const isAsked = checksToken(route)
  return {
    routeKey: route.routeKey,
    authorizer: lambdaAuthorizerOf(route.view, route) ?? null,
    isAsked,
    checksToken: isAsked,
    isSigned: false,
    needsKey: route.method.apiKeyRequired,
  }
}

function checksToken(route: RouteOfView): boolean {
  return route.method.authorizationType === 'AWS_IAM' || authorizerOf(route.view, route) !== undefined
}

function canaryTraffic([stage]: readonly StageView[], routes: readonly RouteOfView[]): CanaryTraffic | null {
  const percentTraffic = stage!.settings.canarySettings?.percentTraffic ?? 0
  if (percentTraffic === 0) return null
  const indexOf = new Map(routes.map(({ routeKey }, at) => [routeKey, at]))
  return { percentTraffic, routeOf: Int32Array.from(routes, ({ routeKey }) => indexOf.get(routeKey)!) }
}

function offsetsOf({ sources }: Scenario): Int32Array {
  let offset = 0
  return Int32Array.from(sources, (source) => {
    const begins = offset
    offset += source.identities?.count ?? 1
    return begins
  })
}

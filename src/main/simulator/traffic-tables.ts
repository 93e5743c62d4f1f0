import { effectiveCaching } from '@shared/design/method-settings'
import type { Design } from '@shared/design/design'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { lambdaAuthorizerOf } from '../engine/compile/route-plan'
import { stageViews } from '../engine/compile/stage-view'
import type { StageView } from '../engine/compile/stage-view'

/** Where the facts of a flight are found, by route or by source. Made before the runtime, whose slots it decides. */
export interface TrafficTables {
  /** By source: the runtime's routes and keys, in the order the source names them. */
  readonly routesOf: readonly (readonly number[])[]
  readonly apiKeysOf: readonly (readonly number[])[]
  readonly needsKey: Uint8Array
  /** Clients send their keys; otherwise authorizers name them, and no client can send a wrong one. */
  readonly sendsKeys: boolean
  readonly identityBase: Int32Array
  readonly identitySpread: Uint8Array
  /** By source: where its callers begin among all callers. */
  readonly identityOffset: Int32Array
  readonly identities: number
  readonly identitySlots: number
  readonly cacheBase: Int32Array
  readonly cacheSpread: Uint8Array
  readonly cacheSlots: number
  /** Null when the stage has no canary, or one that no request goes to. */
  readonly canary: CanaryTraffic | null
}

/** Which requests go to the canary: this share, and of them those whose route it has. */
export interface CanaryTraffic {
  readonly percentTraffic: number
  /** By route: the canary's, or the route itself where the canary has none. */
  readonly routeOf: Int32Array
}

/**
 * Two rules decide what the stores can tell apart. Identities: one slot for each authorizer and caller. Cached responses: one for each
 * namespace, verb and item; a route whose integration declares no cache key parameter has one entry for all items, as in the service.
 */
export function trafficTables(design: Design, scenario: Scenario): TrafficTables {
  const views = stageViews(design, scenario, 'CURRENT')
  const routes = views.flatMap((view) => restRoutes(view.definition).map((route) => ({ ...route, view })))
  const identities = scenario.sources.reduce((sum, source) => sum + (source.identities?.count ?? 1), 0)
  const items = Math.max(1, ...scenario.sources.map((source) => source.items?.count ?? 1))
  const authorizers = [...new Set(views.flatMap(({ definition }) => Object.keys(definition.authorizers)))]
  const authorizerOf = routes.map((route) => authorizers.indexOf(lambdaAuthorizerOf(route.view, route) ?? ''))
  const cache = cacheTables(routes, items)
  return {
    routesOf: scenario.sources.map((source) =>
      Object.keys(source.routes).map((key) => routes.findIndex(({ routeKey }) => routeKey === key)),
    ),
    apiKeysOf: scenario.sources.map((source) =>
      (source.apiKeys?.names ?? []).map((name) => design.apiKeys.findIndex((key) => key.name === name)),
    ),
    sendsKeys: views[0]!.definition.apiKeySource === 'HEADER',
    needsKey: Uint8Array.from(routes, ({ method }) => (method.apiKeyRequired ? 1 : 0)),
    identityBase: Int32Array.from(authorizerOf, (at) => (at === -1 ? -1 : at * identities)),
    identitySpread: Uint8Array.from(authorizerOf, (at) => (at === -1 ? 0 : 1)),
    identityOffset: offsetsOf(scenario),
    identities,
    identitySlots: identities * authorizers.length,
    ...cache,
    canary: canaryTraffic(views, routes),
  }
}

interface RouteOfView extends RestRoute {
  readonly view: StageView
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

function cacheTables(routes: readonly RouteOfView[], items: number) {
  const baseOf = new Map<string, number>()
  let slots = 0
  const bases = routes.map((route) => {
    if (!effectiveCaching(route.view.settings, route.path, route.verb).enabled) return -1
    // A canary as if deployed now has another deployment than its stage, and so entries of its own.
    const key = `${route.view.isCanary} ${route.method.integration?.cacheNamespace ?? route.path} ${route.verb}`
    const known = baseOf.get(key)
    if (known !== undefined) return known
    baseOf.set(key, slots)
    slots += items
    return slots - items
  })
  const hasKeys = (route: RestRoute): boolean => (route.method.integration?.cacheKeyParameters ?? []).length > 0
  return {
    cacheBase: Int32Array.from(bases),
    cacheSpread: Uint8Array.from(routes, (route, at) => (bases[at] !== -1 && hasKeys(route) ? 1 : 0)),
    cacheSlots: slots,
  }
}

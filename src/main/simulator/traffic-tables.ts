import { effectiveCaching } from '@shared/design/method-settings'
import type { Design } from '@shared/design/design'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { lambdaAuthorizerOf } from '../engine/compile/route-plan'
import { stageView, type StageView } from '../engine/compile/stage-view'

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
}

/**
 * Two rules decide what the stores can tell apart. Identities: one slot for each authorizer and caller. Cached responses: one for each
 * namespace, verb and item; a route whose integration declares no cache key parameter has one entry for all items, as in the service.
 */
export function trafficTables(design: Design, scenario: Scenario): TrafficTables {
  const view = stageView(design, scenario, 'CURRENT')!
  const routes = restRoutes(view.definition)
  const identities = scenario.sources.reduce((sum, source) => sum + (source.identities?.count ?? 1), 0)
  const items = Math.max(1, ...scenario.sources.map((source) => source.items?.count ?? 1))
  const authorizers = Object.keys(view.definition.authorizers)
  const authorizerOf = routes.map((route) => authorizers.indexOf(lambdaAuthorizerOf(view, route) ?? ''))
  const cache = cacheTables(view, routes, items)
  return {
    routesOf: scenario.sources.map((source) =>
      Object.keys(source.routes).map((key) => routes.findIndex(({ routeKey }) => routeKey === key)),
    ),
    apiKeysOf: scenario.sources.map((source) =>
      (source.apiKeys?.names ?? []).map((name) => design.apiKeys.findIndex((key) => key.name === name)),
    ),
    sendsKeys: view.definition.apiKeySource === 'HEADER',
    needsKey: Uint8Array.from(routes, ({ method }) => (method.apiKeyRequired ? 1 : 0)),
    identityBase: Int32Array.from(authorizerOf, (at) => (at === -1 ? -1 : at * identities)),
    identitySpread: Uint8Array.from(authorizerOf, (at) => (at === -1 ? 0 : 1)),
    identityOffset: offsetsOf(scenario),
    identities,
    identitySlots: identities * authorizers.length,
    ...cache,
  }
}

function offsetsOf({ sources }: Scenario): Int32Array {
  let offset = 0
  return Int32Array.from(sources, (source) => {
    const begins = offset
    offset += source.identities?.count ?? 1
    return begins
  })
}

function cacheTables(view: StageView, routes: readonly RestRoute[], items: number) {
  const baseOf = new Map<string, number>()
  let slots = 0
  const bases = routes.map((route) => {
    if (!effectiveCaching(view.settings, route.path, route.verb).enabled) return -1
    const key = `${route.method.integration?.cacheNamespace ?? route.path} ${route.verb}`
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

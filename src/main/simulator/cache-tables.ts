import { effectiveCaching } from '@shared/design/method-settings'
import type { RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { ABSENT } from '../engine/flight'
import { backendOf } from './backend-of'
import { cacheKeyTraits } from './cache-key-traits'
import type { RouteOfView } from './traffic-tables'

/** More slots than this are not set aside: `CacheSlots` gives them out as they are asked for. */
export const MAX_CACHE_SLOTS = 2 ** 22

/** By route: where the stored responses of a request are found. */
export interface CacheTables {
  /** ABSENT where nothing is cached. */
  readonly cacheBase: Int32Array
  /** How far apart two items are; 0 where the cache key does not tell them apart. */
  readonly itemStride: Int32Array
  /** All bits where the cache key tells callers apart, who are next to each other; else none. */
  readonly callerMask: Int32Array
  readonly cacheSlots: number
  /** In place of `cacheBase` where there are more keys than `cacheSlots`, which are then given out as they are asked for; else null. */
  readonly sharedBase: Float64Array | null
  /** 1 where an answer that is about its caller may come from the cache. */
  readonly isAudited: Uint8Array
}

/**
 * What the response cache can tell apart: one slot for each namespace, verb, item and caller, as far as the cache key parameters of the
 * integration say. A route whose integration declares none has one entry for everybody, as in the service.
 */
export function cacheTables(scenario: Scenario, routes: readonly RouteOfView[], callers: number): CacheTables {
  const items = Math.max(1, ...scenario.sources.map((source) => source.items?.count ?? 1))
  const isCached = routes.map(({ view, path, verb }) => effectiveCaching(view.settings, path, verb).enabled)
  const traits = routes.map(cacheKeyTraits)
  const spaces = new Map<string, { base: number; callers: number }>()
  const keys = routes.map((route) => spaceKey(route))
  routes.forEach((_, at) => {
    if (!isCached[at]) return
    const space = spaces.get(keys[at]!) ?? { base: 0, callers: 1 }
    if (traits[at]!.hasCaller) space.callers = callers
    spaces.set(keys[at]!, space)
  })
  let slots = 0
  for (const space of spaces.values()) {
    space.base = slots
    slots += items * space.callers
  }
  const spaceOf = (at: number) => (isCached[at] ? spaces.get(keys[at]!)! : null)
  const bases = routes.map((_, at) => spaceOf(at)?.base ?? ABSENT)
  const isShared = slots > MAX_CACHE_SLOTS
  return {
    cacheBase: Int32Array.from(bases, (base) => (isShared ? ABSENT : base)),
    itemStride: Int32Array.from(routes, (_, at) => (traits[at]!.hasItem ? (spaceOf(at)?.callers ?? 0) : 0)),
    callerMask: Int32Array.from(routes, (_, at) => (isCached[at] && traits[at]!.hasCaller ? -1 : 0)),
    cacheSlots: Math.min(slots, MAX_CACHE_SLOTS),
    sharedBase: isShared ? Float64Array.from(bases) : null,
    isAudited: Uint8Array.from(routes, ({ routeKey }, at) =>
      isCached[at] && backendOf(scenario, routeKey).isPersonal ? 1 : 0,
    ),
  }
}

/** A canary as if deployed now has another deployment than its stage, and so entries of its own. */
function spaceKey({ view, method, path, verb }: RestRoute & RouteOfView): string {
  return `${view.isCanary} ${method.integration?.cacheNamespace ?? path} ${verb}`
}

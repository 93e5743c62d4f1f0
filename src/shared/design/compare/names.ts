import type { Api } from '../api'
import type { ApiKey } from '../api-key'
import type { Design } from '../design'
import { routeKeysOf } from '../route-key'
import type { UsagePlan } from '../usage-plan'
import { canonicalText } from './canonical-text'
import { labelItems, pairItems, type Labels, type Sides } from './pair-items'

/** What the things of one design that others refer to by id are called; the other design's have the same names where they are the same. */
export interface Names {
  readonly apis: Labels<Api>
  readonly plans: Labels<UsagePlan>
  readonly keys: Labels<ApiKey>
  /** By id; an id that nothing has stands for itself. */
  readonly api: (id: string) => string
  readonly plan: (id: string) => string
  readonly key: (id: string) => string
}

/** Names of both designs. `apiPairs`: which API of `before` is which of `after`. */
export function namesOf(before: Design, after: Design): Sides<Names> & { readonly apiPairs: ReadonlyMap<Api, Api> } {
  const apiPairs = pairApis(before.apis, after.apis)
  const apis = labelItems(before.apis, after.apis, apiPairs, ({ name }) => name)
  const keyPairs = pairItems(before.apiKeys, after.apiKeys, KEY_RULES)
  const keys = labelItems(before.apiKeys, after.apiKeys, keyPairs, ({ name }) => name)
  const planPairs = pairItems(before.usagePlans, after.usagePlans, PLAN_RULES)
  const plans = labelItems(before.usagePlans, after.usagePlans, planPairs, ({ name }) => name)
  const sideOf = (side: 'before' | 'after'): Names => ({
    apis: apis[side],
    plans: plans[side],
    keys: keys[side],
    api: byId(apis[side]),
    plan: byId(plans[side]),
    key: byId(keys[side]),
  })
  return { before: sideOf('before'), after: sideOf('after'), apiPairs }
}

const KEY_RULES = [
  ({ name, value }: ApiKey) => JSON.stringify([name, value]),
  ({ name }: ApiKey) => name,
  ({ value }: ApiKey) => value,
]

const PLAN_RULES = [
  ({ name, throttle, quota }: UsagePlan) => canonicalText([name, throttle, quota]),
  ({ name }: UsagePlan) => name,
  ({ throttle, quota }: UsagePlan) => canonicalText([throttle, quota]),
]

function byId<Item extends { readonly id: string }>(labels: Labels<Item>): (id: string) => string {
  const names = new Map([...labels].map(([{ id }, label]) => [id, label]))
  return (id) => names.get(id) ?? id
}

const API_RULES = [
  // Of several with one name, as in one template read twice.
  (api: Api) => JSON.stringify([api.protocolType, api.name, api.id]),
  (api: Api) => JSON.stringify([api.protocolType, api.name, routeKeysOf(api).sort()]),
  (api: Api) => JSON.stringify([api.protocolType, api.name]),
]

/**
 * By name, then a renamed one by what it serves: the most of what both have of the routes of either. Half of them at least, or any when
 * there is no other API of the type to be.
 */
function pairApis(before: readonly Api[], after: readonly Api[]): Map<Api, Api> {
  const pairs = pairItems(before, after, API_RULES)
  const taken = new Set(pairs.values())
  const old = before.filter((api) => !pairs.has(api))
  const now = after.filter((api) => !taken.has(api))
  const isOnly = (api: Api): boolean =>
    [old, now].every((side) => side.filter(({ protocolType }) => protocolType === api.protocolType).length === 1)
  const candidates = old
    .flatMap((api) =>
      now.filter(({ protocolType }) => protocolType === api.protocolType).map((each) => ({ api, each })),
    )
    .map(({ api, each }) => ({ api, each, share: sharedRoutes(api, each) }))
    .filter(({ api, share }) => share >= 0.5 || (share > 0 && isOnly(api)))
    .sort((one, other) => other.share - one.share)
  for (const { api, each } of candidates) {
    if (pairs.has(api) || taken.has(each)) continue
    pairs.set(api, each)
    taken.add(each)
  }
  return pairs
}

/** Share of the routes of either that both have; 1 when neither has any. */
function sharedRoutes(before: Api, after: Api): number {
  const [old, now] = [new Set(routeKeysOf(before)), new Set(routeKeysOf(after))]
  const all = new Set([...old, ...now])
  return all.size === 0 ? 1 : [...old].filter((key) => now.has(key)).length / all.size
}

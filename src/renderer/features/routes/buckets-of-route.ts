import type { ThrottleLevel } from '@shared/contract/snapshot'
import { DEFAULT_ASSUMPTIONS } from '@shared/design/assumptions'
import type { ThrottleSettings } from '@shared/design/design'
import { effectiveThrottle, methodSettingKey } from '@shared/design/method-settings'
import type { ApiStage, UsagePlan } from '@shared/design/usage-plan'
import type { RouteContext } from './route-context'

/** A throttle that a request of the route could meet, in evaluation order. `limit` is null where none is set. */
export interface RouteBucket {
  readonly level: ThrottleLevel
  /** "Premium, per key". */
  readonly label: string
  /** For a gauge: "Premium, key". */
  readonly shortLabel: string
  readonly limit: ThrottleSettings | null
  /** Whose keys it counts; none for what all callers share. */
  readonly planId?: string
  /** The tightest: the one that refuses first under a steady load of one caller. */
  readonly decides: boolean
}

/** A plan that covers the route's stage. */
export interface CoveringPlan {
  readonly plan: UsagePlan
  readonly apiStage: ApiStage
}

export function coveringPlans({ design, api, stageName }: RouteContext): CoveringPlan[] {
  return design.usagePlans.flatMap((plan) => {
    const apiStage = plan.apiStages.find((each) => each.apiId === api.id && each.stage === stageName)
    return apiStage === undefined ? [] : [{ plan, apiStage }]
  })
}

/** Source of the order: rest-api.md 5.1. Plans are asked only about methods that require a key. */
export function bucketsOfRoute(route: RouteContext): RouteBucket[] {
  const plans = route.method.apiKeyRequired ? coveringPlans(route) : []
  const buckets = [...plans.flatMap((covering) => planBuckets(route, covering, plans.length)), ...stageBuckets(route)]
  const tightest = tightestOf(buckets)
  return buckets.map((bucket) => ({ ...bucket, decides: bucket === tightest }))
}

type Undecided = Omit<RouteBucket, 'decides'>

/** A limit of the plan for this method replaces the plan's own. With several plans each has one entry, or the list gets long. */
function planBuckets(route: RouteContext, { plan, apiStage }: CoveringPlan, count: number): Undecided[] {
  const own = apiStage.throttle?.[methodSettingKey(route.path, route.verb)]
  const ofMethod: Undecided = {
    level: 'planMethod',
    label: `${plan.name}, this method`,
    shortLabel: count === 1 ? 'Plan, method' : plan.name,
    limit: own ?? null,
    planId: plan.id,
  }
  const ofPlan: Undecided = {
    level: 'plan',
    label: `${plan.name}, per key`,
    shortLabel: count === 1 ? 'Plan, key' : plan.name,
    limit: own === undefined ? (plan.throttle ?? null) : null,
    planId: plan.id,
  }
  return count === 1 ? [ofMethod, ofPlan] : [own === undefined ? ofPlan : ofMethod]
}

function stageBuckets({ design, stage, path, verb }: RouteContext): Undecided[] {
  const { source, rateLimit, burstLimit } = effectiveThrottle(design, stage, path, verb)
  const isShared =
    (design.assumptions?.stageLimitIsShared ?? DEFAULT_ASSUMPTIONS.stageLimitIsShared) && source === 'stage'
  const account: Undecided = {
    level: 'account',
    label: `Account, ${design.region}`,
    shortLabel: 'Account',
    limit: design.account.throttleSettings,
  }
  const ofStage: Undecided = isShared
    ? {
        level: 'stage',
        label: 'Stage, all methods',
        shortLabel: 'Stage',
        limit: { rateLimit, burstLimit },
      }
    : {
        level: 'method',
        label: source === 'stage' ? 'Stage, each method' : 'Stage, this method',
        shortLabel: 'Method',
        limit: source === 'account' ? null : { rateLimit, burstLimit },
      }
  return [ofStage, account]
}

/** By rate, then by burst; the earlier of equals. */
export function tightestOf(buckets: readonly Undecided[]): Undecided | undefined {
  return buckets
    .filter((bucket) => bucket.limit !== null)
    .reduce<Undecided | undefined>(
      (best, bucket) => (best === undefined || isTighter(bucket, best) ? bucket : best),
      undefined,
    )
}

function isTighter(a: Undecided, b: Undecided): boolean {
  if (a.limit === null || b.limit === null) return a.limit !== null
  return a.limit.rateLimit === b.limit.rateLimit
    ? a.limit.burstLimit < b.limit.burstLimit
    : a.limit.rateLimit < b.limit.rateLimit
}

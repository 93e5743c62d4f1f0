import type { LimitChange } from '@shared/design/scenario'
import { ABSENT } from '../engine/flight'
import type { Runtime } from '../engine/runtime'
import type { TokenBuckets } from '../engine/state/token-buckets'

/** Buckets of one kind. */
export interface BucketSet {
  readonly buckets: TokenBuckets
  readonly indexes: readonly number[]
}

/** The buckets that a limit of the design stands for: a method's, or one for each key of a plan, and so on. */
export function limitBuckets(
  runtime: Runtime,
  change: Omit<LimitChange, 'at' | 'rateLimit' | 'burstLimit'>,
): BucketSet {
  const { names, methodBuckets, accountBucket, usagePlanBuckets, planMethodBuckets } = runtime
  const routes = names.routes.flatMap(({ routeKey }, at) => (routeKey === change.route ? [at] : []))
  const rows = names.planKeys.flatMap(({ plan }, row) => (names.plans[plan]!.id === change.usagePlanId ? [row] : []))
  switch (change.level) {
    case 'account':
      return { buckets: accountBucket, indexes: [0] }
    case 'stage':
      return { buckets: methodBuckets, indexes: indexesOf(names.methodBuckets, ({ level }) => level === 'stage') }
    case 'method':
      return { buckets: methodBuckets, indexes: distinct(routes.map((route) => runtime.methodBucketOf[route]!)) }
    case 'plan':
      return { buckets: usagePlanBuckets, indexes: rows }
    case 'planMethod':
      return {
        buckets: planMethodBuckets,
        indexes: distinct(rows.flatMap((row) => routes.map((route) => planMethodBucket(runtime, row, route)))),
      }
  }
}

function planMethodBucket({ planMethodOf, planOf, ordinalInPlan, routeCount }: Runtime, row: number, route: number) {
  const first = planMethodOf.length === 0 ? ABSENT : planMethodOf[planOf[row]! * routeCount + route]!
  return first === ABSENT ? ABSENT : first + ordinalInPlan[row]!
}

function indexesOf<Item>(items: readonly Item[], isIt: (item: Item) => boolean): number[] {
  return items.flatMap((item, at) => (isIt(item) ? [at] : []))
}

function distinct(indexes: readonly number[]): number[] {
  return [...new Set(indexes)].filter((index) => index !== ABSENT)
}

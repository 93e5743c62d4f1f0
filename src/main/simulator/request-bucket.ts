import { ABSENT, type Flight } from '../engine/flight'
import { ACCOUNT_THROTTLE, METHOD_THROTTLE, STAGE_THROTTLE, USAGE_PLAN_THROTTLE } from '../engine/pipeline/step-codes'
import { planMethodBucket } from '../engine/pipeline/usage-plan-throttle'
import type { Runtime } from '../engine/runtime'
import type { TokenBuckets } from '../engine/state/token-buckets'

/** One token bucket of a runtime; `method` stands for the stage's own limit too, which are kept together. */
export interface BucketRef {
  readonly kind: 'planMethod' | 'plan' | 'method' | 'account'
  readonly index: number
}

/** The bucket that a step asks for a token; null for every other step. */
export function bucketOf(runtime: Runtime, flight: Flight, code: number): BucketRef | null {
  switch (code) {
    case USAGE_PLAN_THROTTLE: {
      const forMethod = planMethodBucket(runtime, flight)
      return forMethod === ABSENT ? { kind: 'plan', index: flight.planKey } : { kind: 'planMethod', index: forMethod }
    }
    case METHOD_THROTTLE:
    case STAGE_THROTTLE:
      return { kind: 'method', index: runtime.methodBucketOf[flight.route]! }
    case ACCOUNT_THROTTLE:
      return { kind: 'account', index: 0 }
    default:
      return null
  }
}

/** Whether a step asks this bucket. */
export function asks(runtime: Runtime, flight: Flight, code: number, bucket: BucketRef): boolean {
  const asked = bucketOf(runtime, flight, code)
  return asked !== null && asked.kind === bucket.kind && asked.index === bucket.index
}

/** The buckets among which this one is. */
export function bucketsOf(runtime: Runtime, { kind }: BucketRef): TokenBuckets {
  switch (kind) {
    case 'planMethod':
      return runtime.planMethodBuckets
    case 'plan':
      return runtime.usagePlanBuckets
    case 'method':
      return runtime.methodBuckets
    case 'account':
      return runtime.accountBucket
  }
}

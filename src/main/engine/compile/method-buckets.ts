import type { Design, ThrottleSettings } from '@shared/design/design'
import { ABSENT } from '../flight'
import { TokenBuckets } from '../state/token-buckets'
import { assumptionsOf } from './route-plan'
import type { RouteTraits } from './route-traits'

/**
 * The stage's buckets: one for each method with a limit, its own or the stage's (which they share by assumption only). A canary draws
 * from those of its stage.
 */
export function methodBuckets(design: Design, routes: readonly RouteTraits[]) {
  const { stageLimitIsShared } = assumptionsOf(design)
  const limits: ThrottleSettings[] = []
  const names: { label: string; level: 'method' | 'stage' }[] = []
  const known = new Map<string, number>()

  function add(limit: ThrottleSettings, label: string, level: 'method' | 'stage'): number {
    names.push({ label, level })
    return limits.push({ rateLimit: limit.rateLimit, burstLimit: limit.burstLimit }) - 1
  }

  const bucketOf = routes.map(({ compiled, throttle: limit }) => {
    const { apiId, stage, routeKey } = compiled
    if (limit.source === 'account') return ABSENT
    const label = limit.source === 'method' || !stageLimitIsShared ? routeKey : stage
    const key = JSON.stringify([apiId, stage, label])
    const bucket = known.get(key) ?? add(limit, label, limit.source)
    known.set(key, bucket)
    return bucket
  })
  return { methodBucketOf: Int32Array.from(bucketOf), methodBuckets: new TokenBuckets(limits), names }
}

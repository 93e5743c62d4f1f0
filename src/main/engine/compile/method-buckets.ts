import type { Design, ThrottleSettings } from '@shared/design/design'
import { effectiveThrottle } from '@shared/design/method-settings'
import { ABSENT } from '../flight'
import type { CompiledRoute } from '../runtime'
import { TokenBuckets } from '../state/token-buckets'
import { assumptionsOf } from './route-plan'
import type { StageView } from './stage-view'

/**
 * The stage's buckets: one for each method with a limit, its own or the stage's (which they share by assumption only). A canary draws
 * from those of its stage.
 */
export function methodBuckets(design: Design, views: readonly StageView[], routes: readonly CompiledRoute[]) {
  const { stageLimitIsShared } = assumptionsOf(design)
  const limits: ThrottleSettings[] = []
  const names: { label: string; level: 'method' | 'stage' }[] = []
  const known = new Map<string, number>()

  function add(limit: ThrottleSettings, label: string, level: 'method' | 'stage'): number {
    names.push({ label, level })
    return limits.push({ rateLimit: limit.rateLimit, burstLimit: limit.burstLimit }) - 1
  }

  const bucketOf = routes.map((route) => {
    const view = views.find(({ apiId, stage }) => apiId === route.apiId && stage === route.stage)!
    const limit = effectiveThrottle(design, view.settings, route.path, route.verb)
    if (limit.source === 'account') return ABSENT
    const label = limit.source === 'method' || !stageLimitIsShared ? route.routeKey : view.stage
    const key = JSON.stringify([route.apiId, route.stage, label])
    const bucket = known.get(key) ?? add(limit, label, limit.source)
    known.set(key, bucket)
    return bucket
  })
  return { methodBucketOf: Int32Array.from(bucketOf), methodBuckets: new TokenBuckets(limits), names }
}

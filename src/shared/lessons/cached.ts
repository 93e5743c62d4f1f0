import type { MethodSetting } from '../design/method-settings'
import type { Stage } from '../design/stage'

/** The smallest response cache. */
export const CACHE_CLUSTER: Pick<Stage, 'cacheClusterEnabled' | 'cacheClusterSize'> = {
  cacheClusterEnabled: true,
  cacheClusterSize: '0.5',
}

/** A method whose answers are kept for so many seconds. */
export function cachedFor(cacheTtlInSeconds: number): MethodSetting {
  return { cachingEnabled: true, cacheTtlInSeconds }
}

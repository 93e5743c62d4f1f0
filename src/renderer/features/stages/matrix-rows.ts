import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle, methodSettingKey } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import type { Stage } from '@shared/design/stage'
import { formatNumber } from '../../ui/format'

/** A value in words, and whether the method set it itself. */
export interface MatrixCell {
  readonly text: string
  readonly isOwn: boolean
}

/** What applies to one method of a stage. */
export interface MatrixRow {
  readonly routeKey: string
  readonly verb: string
  readonly path: string
  readonly rate: MatrixCell
  readonly burst: MatrixCell
  readonly caching: MatrixCell
  readonly ttl: MatrixCell
}

/** Every method with what applies to it and whether it set that itself. */
export function matrixRows(design: Design, api: RestApi, stage: Stage): MatrixRow[] {
  return restRoutes(api).map(({ routeKey, verb, path }) => {
    const own = stage.methodSettings[methodSettingKey(path, verb)] ?? {}
    const { rateLimit, burstLimit } = effectiveThrottle(design, stage, path, verb)
    const caching = effectiveCaching(stage, path, verb)
    return {
      routeKey,
      verb,
      path,
      rate: { text: formatNumber(rateLimit), isOwn: own.throttlingRateLimit !== undefined },
      burst: { text: formatNumber(burstLimit), isOwn: own.throttlingBurstLimit !== undefined },
      caching: { text: caching.enabled ? 'on' : 'off', isOwn: own.cachingEnabled !== undefined },
      ttl: { text: formatNumber(caching.ttlInSeconds), isOwn: own.cacheTtlInSeconds !== undefined },
    }
  })
}

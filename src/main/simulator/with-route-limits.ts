import type { RouteSettings } from '@shared/design/http-api'
import { routeLimitSource } from '@shared/design/route-limit-source'
import type { V2Api } from '@shared/design/v2-api'
import { UNLIMITED } from '../engine/state/token-buckets'

const NO_LIMIT: RouteSettings = {
  throttlingRateLimit: UNLIMITED.rateLimit,
  throttlingBurstLimit: UNLIMITED.burstLimit,
}

/** An HTTP or WebSocket API whose stage and these routes have a bucket, which refuses nothing, wherever they had none. */
export function withRouteLimits<Api extends V2Api>(
  api: Api,
  stageName: string,
  isForStage: boolean,
  routeKeys: ReadonlySet<string | undefined>,
): Api {
  const stage = Object.hasOwn(api.stages, stageName) ? api.stages[stageName] : undefined
  if (stage === undefined) return api
  const without = [...routeKeys].filter(
    (routeKey): routeKey is string => routeKey !== undefined && routeLimitSource(stage, routeKey) === 'account',
  )
  const all = stage.defaultRouteSettings
  const hasStageLimit = all?.throttlingRateLimit !== undefined || all?.throttlingBurstLimit !== undefined
  const changed = {
    ...stage,
    ...(isForStage && !hasStageLimit && { defaultRouteSettings: { ...all, ...NO_LIMIT } }),
    routeSettings: {
      ...stage.routeSettings,
      ...Object.fromEntries(without.map((routeKey) => [routeKey, { ...stage.routeSettings?.[routeKey], ...NO_LIMIT }])),
    },
  }
  return { ...api, stages: { ...api.stages, [stageName]: changed } }
}

import type { ThrottleSettings } from '@shared/design/design'
import type { LadderBucket } from '../../../ui/pipeline/ladder-row'
import type { V2RouteContext } from './v2-route-context'

/** The limit of a route in its stage: its own, else that of all routes, else the account's; members one by one. */
export interface V2Throttle extends ThrottleSettings {
  readonly source: 'route' | 'stage' | 'account'
}

/** Source: http-api.md 9, websocket-api.md 6.1. */
export function v2Throttle({ design, stage, settings }: V2RouteContext): V2Throttle {
  const account = design.account.throttleSettings
  const all = stage.defaultRouteSettings ?? {}
  const source = isSet(settings) ? 'route' : isSet(all) ? 'stage' : 'account'
  return {
    source,
    rateLimit: settings.throttlingRateLimit ?? all.throttlingRateLimit ?? account.rateLimit,
    burstLimit: settings.throttlingBurstLimit ?? all.throttlingBurstLimit ?? account.burstLimit,
  }
}

function isSet({ throttlingRateLimit, throttlingBurstLimit }: V2RouteContext['settings']): boolean {
  return throttlingRateLimit !== undefined || throttlingBurstLimit !== undefined
}

/** Every bucket of a request, in evaluation order. */
export function v2Buckets(context: V2RouteContext): LadderBucket[] {
  const { source, rateLimit, burstLimit } = v2Throttle(context)
  const account = context.design.account.throttleSettings
  const own = { rateLimit, burstLimit }
  const isTighter = rateLimit === account.rateLimit ? burstLimit <= account.burstLimit : rateLimit < account.rateLimit
  const ofAccount: LadderBucket = {
    level: 'account',
    label: 'Account',
    ...account,
    decides: source === 'account' || !isTighter,
  }
  if (source === 'account') return [ofAccount]
  const level = source === 'route' ? 'method' : 'stage'
  return [{ level, label: source === 'route' ? 'Route' : 'Stage', ...own, decides: isTighter }, ofAccount]
}

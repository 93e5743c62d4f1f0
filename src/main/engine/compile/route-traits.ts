import type { EffectiveThrottle } from '@shared/design/method-settings'
import type { Millis } from '../millis'
import type { CompiledRoute } from '../runtime'

/** What the runtime's tables hold of one route, whatever its API's type: the types differ in this and in their order of steps only. */
export interface RouteTraits {
  readonly compiled: CompiledRoute
  /** Codes of the steps that its requests go through. */
  readonly plan: readonly number[]
  readonly authorizerId: string | undefined
  /** How long the results of its Lambda authorizer are kept; 0 when they are not. */
  readonly authorizerTtl: Millis
  readonly authorizerTimeout: Millis
  /** The authorizer is a function. */
  readonly asksFunction: boolean
  /** Nobody but the resource policy can allow a request. */
  readonly bothMustAllow: boolean
  readonly hasResourcePolicy: boolean
  readonly apiKeyFromAuthorizer: boolean
  /** The stage's limit for the route; `account` when it has none. */
  readonly throttle: EffectiveThrottle
  readonly cacheTtl: Millis
  /** See `pipeline/cache-lookup.ts`. */
  readonly cacheControlRule: number
  readonly timeout: Millis
}

/** What only REST APIs have, for the others. */
export const NO_REST_FEATURES = {
  bothMustAllow: false,
  hasResourcePolicy: false,
  cacheTtl: 0,
  cacheControlRule: 0,
} as const satisfies Partial<RouteTraits>

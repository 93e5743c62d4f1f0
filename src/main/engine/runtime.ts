import type { ApiKey } from '@shared/design/api-key'
import type { HttpRoute } from '@shared/design/http-api'
import type { CacheControlStrategy } from '@shared/design/method-settings'
import type { RestRoute } from '@shared/design/route-key'
import type { UsagePlan } from '@shared/design/usage-plan'
import type { WebAcl } from '@shared/design/web-acl'
import type { WebSocketRoute } from '@shared/design/websocket-api'
import type { Facts } from './facts'
import type { Flight } from './flight'
import type { FlightPool } from './flight-pool'
import type { Counters } from './metrics/counters'
import type { Millis } from './millis'
import type { AuthorizerResults } from './state/authorizer-results'
import type { QuotaCounters } from './state/quota-counters'
import type { ResponseCache } from './state/response-cache'
import type { TokenBuckets } from './state/token-buckets'
import type { WebAcls } from './state/web-acls'

/**
 * Everything the steps may read or change, compiled from a design: names are indexes, absent features have no step. One runtime holds
 * every stage that is served together, because the account's bucket and a plan's buckets are shared between them.
 */
export interface Runtime {
  /** The step codes of all routes, one route after another; where each route's begin. */
  readonly plan: Uint8Array
  readonly entry: Int32Array
  readonly flights: FlightPool
  readonly facts: Facts
  readonly counters: Counters
  /** Null unless somebody watches: one predictable test a step. */
  trace: TraceSink | null

  /** By route. TTLs and timeouts in milliseconds. */
  readonly stageOf: Int32Array
  readonly authorizerOf: Int32Array
  readonly authorizerTtl: Float64Array
  /** 1 where the authorizer is a function, whose calls are counted: not for IAM and user pools. */
  readonly asksFunction: Uint8Array
  /** See `pipeline/combined-access.ts`: 1 where only the resource policy can allow, and its effect before it was asked. */
  readonly bothMustAllow: Uint8Array
  readonly policyAtStart: Uint8Array
  readonly apiKeyFromAuthorizer: Uint8Array
  readonly methodBucketOf: Int32Array
  readonly cacheTtl: Float64Array
  /** RENEW_... rule of each route: see `pipeline/cache-lookup.ts`. */
  readonly cacheControlRule: Uint8Array
  readonly timeout: Float64Array
  /** How long the authorizer of each route may take. */
  readonly authorizerTimeout: Float64Array

  /** Row of the usage-plan tables for `apiKey * stages + stage`, or ABSENT. */
  readonly planKeyOf: Int32Array
  readonly stageCount: number
  /** By row: its plan, and its bucket for single methods (`planMethodOf[plan * routes + route]` plus this), or ABSENT. */
  readonly planOf: Int32Array
  readonly ordinalInPlan: Int32Array
  readonly planMethodOf: Int32Array
  readonly routeCount: number

  readonly usagePlanBuckets: TokenBuckets
  readonly planMethodBuckets: TokenBuckets
  readonly methodBuckets: TokenBuckets
  readonly accountBucket: TokenBuckets
  /** One bucket: new connections to WebSocket APIs, over the whole account. */
  readonly connectionBucket: TokenBuckets
  readonly quotas: QuotaCounters
  readonly authorizerResults: AuthorizerResults
  /** By stage. A canary may use the cache of its stage: then both are the same. */
  readonly responses: readonly ResponseCache[]
  readonly webAcls: WebAcls
  /** By stage: its web ACL, or ABSENT. */
  readonly webAclOf: Int32Array

  readonly refundOnReject: boolean
  readonly cacheErrorResponses: boolean
  readonly names: RuntimeNames
}

/** What the indexes stand for; read by traces, hosts and reports, never by a step. */
export interface RuntimeNames {
  readonly routes: readonly CompiledRoute[]
  readonly stages: readonly ServedStage[]
  readonly apiKeys: readonly ApiKey[]
  readonly plans: readonly UsagePlan[]
  readonly authorizers: readonly { readonly apiId: string; readonly stage: string; readonly authorizerId: string }[]
  /** Whose limit each bucket of `methodBuckets` is, and for what: "POST /orders", or "prod" where its methods share one. */
  readonly methodBuckets: readonly { readonly label: string; readonly level: 'method' | 'stage' }[]
  /** Row of the usage-plan tables -> its key. */
  readonly planKeys: readonly { readonly plan: number; readonly apiKey: number }[]
  /** Of `webAcls`, by index. */
  readonly webAcls: readonly WebAcl[]
  readonly region: string
}

export interface StageRef {
  readonly apiId: string
  readonly stage: string
}

/** A stage, or the canary of one. */
export interface ServedStage extends StageRef {
  /** Absent for a stage without canary settings. */
  readonly isCanary?: boolean
}

/** A route of any type of API, with the stage that it is served at. */
export type CompiledRoute = RestCompiledRoute | HttpCompiledRoute | WebSocketCompiledRoute

export interface RestCompiledRoute extends RestRoute, ServedStage {
  readonly protocolType: 'REST'
  readonly cacheControlStrategy: CacheControlStrategy
}

export interface HttpCompiledRoute extends ServedStage {
  readonly protocolType: 'HTTP'
  /** "GET /items/{id}" or "$default". */
  readonly routeKey: string
  readonly route: HttpRoute
}

export interface WebSocketCompiledRoute extends ServedStage {
  readonly protocolType: 'WEBSOCKET'
  /** "$connect" or "sendMessage". */
  readonly routeKey: string
  readonly route: WebSocketRoute
}

/** Told of every step and every answer that a host handed back. */
export interface TraceSink {
  step(runtime: Runtime, flight: Flight, step: number, verdict: number, now: Millis): void
  answered(runtime: Runtime, flight: Flight, step: number, answer: number, now: Millis): void
}

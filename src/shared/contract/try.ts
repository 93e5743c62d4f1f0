import type { TracedRequest } from './gateway'

/** A request to the running gateway, composed in the window. */
export interface TryRequest {
  readonly apiId: string
  readonly stage: string
  readonly method: string
  /** As it is sent below the stage's base, with its query: "/orders/7?expand=items". */
  readonly path: string
  /** In the order they are sent; names may repeat. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
  /** Sends the key's value as `x-api-key`. */
  readonly apiKeyId: string | null
  readonly token: TryToken | null
  /** Signs the request with the keys of this IAM user. */
  readonly iamUser: string | null
  readonly caller: TryCaller
  /**
   * As "Test" in the AWS console: the method is invoked directly, without authorizer, API key, throttle, cache and resource policy.
   */
  readonly isTestInvoke: boolean
}

/** A token made for the request by the local identity provider. */
export interface TryToken {
  readonly userPoolId: string
  readonly username: string
  readonly clientId: string
  readonly use: 'id' | 'access'
  readonly scopes: readonly string[]
  /** Other than `valid` makes a token that a gateway must refuse. */
  readonly state: 'valid' | 'expired' | 'wrong-audience' | 'wrong-signature'
  /** The header it is sent in. */
  readonly header: string
}

/** Who the gateway takes the caller for, where it would see only this computer. */
export interface TryCaller {
  /** Absent: 127.0.0.1. */
  readonly sourceIp?: string
  readonly vpcEndpointId?: string
}

export interface TryAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: TryBody
  /** From the first byte sent to the last received. */
  readonly durationMs: number
  /** What was sent, with everything that was added for it. */
  readonly sent: SentRequest
  /** The same as a command line. */
  readonly curl: string
  /** What the gateway recorded about it; null when it was refused before any API was found. */
  readonly traced: TracedRequest | null
  readonly executionLog: readonly LogLine[]
  /** The steps that a test invoke left out, by name; empty for a real call. */
  readonly skippedSteps: readonly string[]
}

export type TryBody =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'binary'; readonly base64: string; readonly bytes: number }

export interface SentRequest {
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
}

/** One line of an execution log, in AWS's words. */
export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
}

/** What `gateway.flush` empties, or in the case of the buckets fills. */
export const FLUSH_TARGETS = ['response', 'authorizer', 'buckets'] as const
export type FlushTarget = (typeof FLUSH_TARGETS)[number]

/** What the gateway keeps for a while. */
export interface GatewayCaches {
  readonly authorizer: readonly CacheEntry[]
  readonly response: readonly CacheEntry[]
}

export interface CacheEntry {
  readonly apiName: string
  readonly stage: string
  /** The authorizer's name, or the route: "GET /orders/{id}". */
  readonly owner: string
  /** What tells it from others: identity values, or the key's parts. Secrets are shortened. */
  readonly key: string
  readonly ageSeconds: number
  readonly ttlSeconds: number
  /** "Allow, principal u1", or "200, 1,204 bytes". */
  readonly summary: string
}

import type { TemplateEvent } from '../template-event'
import type { Trace } from '../trace'
import type { TemplateProblem } from './template'

export type GatewayState =
  | { readonly state: 'stopped' }
  | { readonly state: 'starting' }
  | {
      readonly state: 'running'
      readonly port: number
      readonly apis: readonly ServedApi[]
      /** Absent when the design has none. */
      readonly userPools?: readonly ServedUserPool[]
      /** Absent where only plain HTTP is answered. */
      readonly tls?: ServedTls
    }
  | { readonly state: 'failed'; readonly message: string; readonly port: number }

/** One API stage being served. `url` is the base below which its paths answer. */
export interface ServedApi {
  readonly name: string
  readonly protocolType: 'REST' | 'HTTP' | 'WEBSOCKET'
  readonly stage: string
  readonly url: string
  /** Of a WebSocket API: the endpoint that `@connections` calls are sent to. */
  readonly managementUrl?: string
  /** The same over TLS, where the gateway answers it. */
  readonly secure?: SecureAddress
  /** The same below the custom domains that lead to it; absent when none does. */
  readonly domains?: readonly ServedDomain[]
}

/** A custom domain and base path of an API stage, as this computer answers them. */
export interface ServedDomain {
  readonly domainName: string
  /** "orders", or "(none)". */
  readonly basePath: string
  /** As a client would write it that finds the domain here: "http://api.example.com:3000/orders". */
  readonly url: string
  /** A command that calls it without any change to this computer. */
  readonly curl: string
  /** The same over TLS, where the gateway answers it. Its command names client files where the domain asks for them. */
  readonly secure?: SecureAddress
}

/** An address that begins with "https" or "wss", and a command that calls it and trusts its certificate. */
export interface SecureAddress {
  readonly url: string
  readonly curl: string
}

/** How TLS is answered. */
export interface ServedTls {
  readonly port: number
  /** The certificate of the authority that signs for this computer: what clients are told to trust. */
  readonly caFile: string
  /** A command for each system that makes all its programs trust it. */
  readonly trust: readonly TrustCommand[]
}

export interface TrustCommand {
  readonly system: 'macOS' | 'Windows' | 'Linux' | 'Node.js'
  readonly command: string
}

/** A user pool that is played on this computer. */
export interface ServedUserPool {
  readonly id: string
  readonly name: string
  /** The `iss` of its tokens: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123". */
  readonly issuer: string
  /** Below it are `/.well-known/jwks.json` and `/.well-known/openid-configuration`: "http://127.0.0.1:3001/us-east-1_AbCdEf123". */
  readonly url: string
}

/** A request that the local gateway answered, with every decision about it. */
export interface TracedRequest {
  readonly requestId: string
  /** Absent for REST APIs. */
  readonly protocolType?: 'HTTP' | 'WEBSOCKET'
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly method: string
  readonly path: string
  /** "POST /orders", or "" when no route matched. */
  readonly routeKey: string
  readonly apiName: string
  readonly stage: string
  /** Whether the stage's canary answered; absent when it has none. */
  readonly isCanary?: boolean
  readonly status: number
  readonly durationMs: number
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly trace: Trace
  /** The mapping templates that ran for it, in their order; absent when none did. */
  readonly templateRuns?: readonly TemplateRun[]
  /**
   * What a request template of the method sees: to try templates on; of an HTTP API, which has none, the request in that form. A body
   * that is binary or over `TRACED_BODY_LIMIT` is null. Absent when no route matched.
   */
  readonly templateEvent?: TemplateEvent
}

/** Bytes of a body that a traced request carries at most. */
export const TRACED_BODY_LIMIT = 64 * 1024

/** One run of a mapping template. */
export interface TemplateRun {
  readonly phase: 'request' | 'response'
  /** Under which the template stands, as in "application/json". */
  readonly contentType: string
  /** Of the integration response that the template belongs to, with its pattern if it has one; absent for a request template. */
  readonly statusCode?: string
  readonly selectionPattern?: string
  /** The payload it read: the client's, or for a response template the backend's. Null when it is over `TRACED_BODY_LIMIT`. */
  readonly body: string | null
  /** Bytes of the payload, and of what was written until the render ended. */
  readonly bytesIn: number
  readonly bytesOut: number
  readonly durationMs: number
  /** Why it failed. */
  readonly error: TemplateProblem | null
  /** What the service would have kept silent about. */
  readonly warnings: readonly TemplateProblem[]
}

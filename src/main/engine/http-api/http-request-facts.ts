import type { IamCaller } from '../authorizers/iam-caller'
import type { ClientCertificate } from '../mapping/client-certificate'
import type { HeaderList } from '../mapping/header-list'
import type { QueryPair } from './http-query'

/** A request to an HTTP API that has found its route, before anything is mapped. */
export interface HttpRequestFacts {
  readonly accountId: string
  readonly region: string
  readonly apiId: string
  readonly stage: string
  /** "GET /pets/{id}" or "$default". */
  readonly routeKey: string
  readonly requestId: string
  /** "Root=1-5759e988-bd862e3fe1be46a994272793". */
  readonly traceId: string
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  /** "01/Jan/2026:00:00:00 +0000". */
  readonly requestTime: string
  /** In upper case. */
  readonly method: string
  /** As it was sent, with the stage or the base path that it was called by: "/dev/pets/6%20". */
  readonly requestPath: string
  /** As it was sent, without them: "/pets/6%20". */
  readonly routePath: string
  /** As it was sent, without its question mark. */
  readonly rawQuery: string
  /** The same taken apart. */
  readonly query: readonly QueryPair[]
  /** As they were sent. */
  readonly headers: HeaderList
  /** Empty when there is none. */
  readonly body: Uint8Array
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>
  readonly stageVariables: Readonly<Record<string, string>>
  /** The name that a caller of the deployed API would use. */
  readonly domainName: string
  /** The key of the custom domain's mapping; null on the API's own address. */
  readonly basePath: string | null
  readonly sourceIp: string
  /** Of a client of a domain with mutual TLS. */
  readonly clientCertificate?: ClientCertificate
  /** `overwrite:path` of the integration. */
  readonly mappedPath?: string
}

/** Who calls, once the route's authorization has found out; null on a route without one. */
export type HttpCaller =
  | {
      readonly kind: 'jwt'
      readonly claims: Readonly<Record<string, string>>
      /** Every scope of the token; null when the route names none. */
      readonly scopes: readonly string[] | null
    }
  | {
      readonly kind: 'lambda'
      readonly principalId: string | null
      /** What the authorizer returned, with its types. */
      readonly context: Readonly<Record<string, unknown>> | null
    }
  | { readonly kind: 'iam'; readonly caller: IamCaller }

/** A request to the local gateway, kept with the project. Nothing of it is exported. */
export interface SavedRequest {
  /** Told apart by it. */
  readonly name: string
  readonly apiId: string
  readonly stage: string
  readonly method: string
  /** Below the stage's base, with its query: "/orders/7?expand=items". */
  readonly path: string
  /** In the order they are sent; names may repeat. */
  readonly headers: readonly SavedHeader[]
  readonly body: string | null
  /** Whose value is sent as `x-api-key`. */
  readonly apiKeyId?: string
  /** Made anew for each call: no token is kept. */
  readonly token?: SavedToken
  /** Name of the IAM user who signs it. */
  readonly iamUser?: string
  readonly caller?: SavedCaller
}

export interface SavedHeader {
  readonly name: string
  readonly value: string
}

/** Other than `valid` a gateway must refuse it. */
export const TOKEN_STATES = ['valid', 'expired', 'wrong-audience', 'wrong-signature'] as const
export type TokenState = (typeof TOKEN_STATES)[number]

/** How the local identity provider makes the token. */
export interface SavedToken {
  readonly userPoolId: string
  readonly username: string
  readonly clientId: string
  readonly use: 'id' | 'access'
  readonly scopes: readonly string[]
  readonly state: TokenState
  /** The header it is sent in. */
  readonly header: string
}

/** Who the gateway takes the caller for. */
export interface SavedCaller {
  /** Absent: 127.0.0.1. */
  readonly sourceIp?: string
  readonly vpcEndpointId?: string
}

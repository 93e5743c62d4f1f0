/** A file of the suite: one thing that an HTTP API does. The folder's README says what its members mean. */
export interface HttpVector {
  readonly id: string
  readonly area?: string
  readonly given: Given
  readonly expect: Expectation
}

export type Members = Readonly<Record<string, unknown>>
/** Ordered, so that repeats can be expressed. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[]

export interface VectorRequest {
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly headers?: HeaderPairs
  readonly body?: string
  readonly bodyBase64?: string
  /** Whether it has a signature of Signature Version 4. */
  readonly signed?: boolean
}

export interface Given {
  readonly integration?: { readonly type?: string; readonly payloadFormatVersion?: string }
  readonly routeKey?: string
  readonly routes?: readonly string[]
  readonly stage?: string
  readonly stages?: readonly string[]
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly request?: VectorRequest
  /** "GET /a cookie=x". */
  readonly requests?: readonly string[]
  readonly cors?: Members
  readonly backendResponse?: {
    readonly status?: number
    readonly headers?: Readonly<Record<string, string | readonly string[]>>
    readonly body?: string
  }
  readonly lambdaReturn?: unknown
  readonly lambdaRawPayload?: string
  /** What happens, in words. */
  readonly condition?: string
  readonly authorizationType?: string
  readonly routeAuthorizationScopes?: readonly string[]
  readonly tokenHeader?: Members
  readonly tokenPayload?: Members
  readonly authorizer?: { readonly type?: string; readonly audience?: readonly string[] }
  /** Of a Lambda authorizer: its payload format, and what it does. */
  readonly payload?: '1.0' | '2.0'
  readonly simple?: boolean
  readonly authorizerReturn?: unknown
  readonly authorizerThrows?: boolean | string
  readonly ttl?: number
  readonly identitySource?: readonly string[]
  readonly domain?: string
  readonly mappings?: readonly { readonly key: string; readonly api: string }[]
  readonly requestParameters?: Readonly<Record<string, string>>
  readonly responseParameters?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly pathParameters?: Readonly<Record<string, string>>
  /** What `$context` held where the vector was recorded. */
  readonly context?: Members
  /** Of the control plane. */
  readonly operation?: string
  readonly corsConfiguration?: Members
}

const GIVEN: readonly (keyof Given)[] = [
  'integration',
  'routeKey',
  'routes',
  'stage',
  'stages',
  'stageVariables',
  'request',
  'requests',
  'cors',
  'backendResponse',
  'lambdaReturn',
  'lambdaRawPayload',
  'condition',
  'authorizationType',
  'routeAuthorizationScopes',
  'tokenHeader',
  'tokenPayload',
  'authorizer',
  'payload',
  'simple',
  'authorizerReturn',
  'authorizerThrows',
  'ttl',
  'identitySource',
  'domain',
  'mappings',
  'requestParameters',
  'responseParameters',
  'pathParameters',
  'context',
  'operation',
  'corsConfiguration',
]

export interface Expectation {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly headerPresent?: readonly string[]
  readonly headersAbsent?: readonly string[]
  readonly body?: string
  readonly lambdaEventSubset?: Members
  readonly eventSubset?: Members
  readonly integrationEventSubset?: Members
  readonly shape?: unknown
  readonly absent?: readonly string[]
  readonly absentOrNull?: readonly string[]
  readonly patterns?: Readonly<Record<string, string>>
  readonly routeKey?: string
  readonly stage?: string
  readonly rawPath?: string
  readonly pathParameters?: Readonly<Record<string, string>>
  /** `requestContext.authorizer` of the event. */
  readonly authorizer?: Members
  readonly authorizerInvocations?: number
  readonly api?: string
  readonly backendHeaders?: Readonly<Record<string, string>>
  readonly backendHeadersAbsent?: readonly string[]
  readonly mappedPath?: string
  /** Of the control plane. */
  readonly errorType?: string
  readonly message?: string
}

const EXPECTED: readonly (keyof Expectation)[] = [
  'status',
  'headers',
  'headerPresent',
  'headersAbsent',
  'body',
  'lambdaEventSubset',
  'eventSubset',
  'integrationEventSubset',
  'shape',
  'absent',
  'absentOrNull',
  'patterns',
  'routeKey',
  'stage',
  'rawPath',
  'pathParameters',
  'authorizer',
  'authorizerInvocations',
  'api',
  'backendHeaders',
  'backendHeadersAbsent',
  'mappedPath',
  'errorType',
  'message',
]

/** Members that would have to be played or compared and are not known, as in "given.weather". */
export function unknownMembers({ given, expect }: HttpVector): string[] {
  const unknown = (members: object, known: readonly string[], place: string): string[] =>
    Object.keys(members)
      .filter((name) => !known.includes(name))
      .map((name) => `${place}.${name}`)
  return [...unknown(given, GIVEN, 'given'), ...unknown(expect, EXPECTED, 'expect')]
}

import type { GatewayResponseType } from '@shared/design/gateway-response'

/** What a gateway response may speak of: the request, and what went wrong. */
export interface GatewayResponseContext {
  readonly requestId: string
  readonly extendedRequestId: string
  readonly apiId: string
  readonly accountId: string
  readonly stage: string
  readonly httpMethod: string
  /** With the stage, as in "/prod/orders". */
  readonly path: string
  /** Absent when no resource matched. */
  readonly resourcePath?: string
  readonly resourceId?: string
  readonly domainName?: string
  readonly protocol?: string
  readonly requestTime?: string
  readonly requestTimeEpoch?: number
  /** Only on a stage with a canary. */
  readonly isCanaryRequest?: boolean
  /** Only behind a web ACL: WAF_ALLOW or WAF_BLOCK. */
  readonly wafResponseCode?: string
  readonly webaclArn?: string
  /** `$context.identity`: sourceIp, userAgent, apiKey, clientCert and the like. */
  readonly identity?: Readonly<Record<string, unknown>>
  /** `$context.authorizer`: principalId and the values the authorizer returned, or `claims`. */
  readonly authorizer?: Readonly<Record<string, unknown>>
  readonly stageVariables: Readonly<Record<string, string>>
  /** Header names in any case, with every value; of several values the first counts where one is asked for. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  /** Of several values the last counts where one is asked for. */
  readonly query: Readonly<Record<string, readonly string[]>>
  readonly pathParameters: Readonly<Record<string, string>>
  /** `$context.error.message`. Absent: that of the response type. */
  readonly message?: string | null
  readonly validationErrorString?: string
  /** Instead of the type's `x-amzn-ErrorType`, as "IncompleteSignatureException". */
  readonly errorType?: string
  /** Instead of the type's status, unless that was customised: 502 for a malformed result of a proxy function. */
  readonly statusCode?: number
}

const CONTEXT_NAMES = [
  'requestId',
  'extendedRequestId',
  'apiId',
  'accountId',
  'stage',
  'httpMethod',
  'path',
  'resourcePath',
  'resourceId',
  'domainName',
  'protocol',
  'requestTime',
  'requestTimeEpoch',
  'isCanaryRequest',
  'wafResponseCode',
  'webaclArn',
  'identity',
  'authorizer',
] as const satisfies readonly (keyof GatewayResponseContext)[]

/** One occasion of answering for the gateway. */
export interface GatewayError {
  readonly type: GatewayResponseType
  readonly message: string | null
  readonly context: GatewayResponseContext
}

/**
 * What `$context.` followed by these names prints; undefined when there is no such value.
 * Source: API Gateway Developer Guide, "$context Variables"; `error` only exists in gateway responses.
 */
export function contextValue({ type, message, context }: GatewayError, names: readonly string[]): string | undefined {
  const [first, second] = names
  if (first === 'error' && names.length === 2) {
    if (second === 'message') return message ?? 'null'
    if (second === 'messageString') return JSON.stringify(message)
    if (second === 'responseType') return type
    return second === 'validationErrorString' ? context.validationErrorString : undefined
  }
  const known = CONTEXT_NAMES.find((name) => name === first)
  const value = known === undefined ? undefined : names.slice(1).reduce(memberOf, context[known])
  return isClaims(names, value) ? 'null' : printed(value)
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

/** The claims of a token print one by one, but not together. Source: rest-api.md 7.7. */
function isClaims(names: readonly string[], value: unknown): boolean {
  return names.join('.') === 'authorizer.claims' && typeof value === 'object' && value !== null
}

/** Only plain values print; a map such as `$context.identity` itself prints nothing. */
function printed(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** A value of the request, as in ("header", "Accept") or ("multivaluequerystring", "id"); undefined when it was not sent. */
export function requestValue(context: GatewayResponseContext, location: string, name: string): string | undefined {
  switch (location) {
    case 'header':
      return headerValues(context, name)?.[0]
    case 'multivalueheader':
      return headerValues(context, name)?.join(',')
    case 'querystring':
      return ownValue(context.query, name)?.at(-1)
    case 'multivaluequerystring':
      return ownValue(context.query, name)?.join(',')
    case 'path':
      return ownValue(context.pathParameters, name)
    default:
      return undefined
  }
}

export function stageVariable(context: GatewayResponseContext, name: string): string | undefined {
  return ownValue(context.stageVariables, name)
}

function headerValues(context: GatewayResponseContext, name: string): readonly string[] | undefined {
  const lowerCase = name.toLowerCase()
  return Object.entries(context.headers).find(([header]) => header.toLowerCase() === lowerCase)?.[1]
}

function ownValue<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

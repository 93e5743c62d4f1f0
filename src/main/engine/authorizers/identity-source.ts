import type { Authorizer } from '@shared/design/authorizer'
import { LIMITS } from '@shared/limits'
import { compilePattern } from '../validation/safe-pattern'

/** Where an authorizer finds who is asking: { location: "header", name: "Authorization" }. */
export interface IdentitySource {
  readonly location: 'header' | 'querystring' | 'stageVariables' | 'context'
  readonly name: string
}

/** What identities are read from. */
export interface IdentityRequest {
  /** Names in any case; the first value where a header comes several times. */
  readonly headers: Readonly<Record<string, string>>
  /** The last value where a name comes several times. */
  readonly query: Readonly<Record<string, string>>
  readonly stageVariables: Readonly<Record<string, string>>
  /** A value of `$context`, by "identity.sourceIp" or "httpMethod"; undefined or null when there is none. */
  context(name: string): string | null | undefined
}

/**
 * `values` are in the order of the sources: together with authorizer and stage they are the key of the result cache.
 * `missing` and `invalid` are answered with 401 (UNAUTHORIZED) without calling the function.
 */
export type IdentityReading =
  | { readonly kind: 'found'; readonly values: readonly string[] }
  | { readonly kind: 'missing'; readonly source: IdentitySource }
  | { readonly kind: 'invalid'; readonly value: string }

/** An authorizer's way of finding out who is asking. */
export interface IdentityReader {
  readonly sources: readonly IdentitySource[]
  /** Parts of `identitySource` or of the validation expression that mean nothing; all of them. */
  readonly problems: readonly string[]
  read(request: IdentityRequest): IdentityReading
}

/**
 * Compile `identitySource` and, for TOKEN, `identityValidationExpression`, which the whole token must match.
 * For REQUEST the sources only have to be there while results are cached.
 * Source: API Gateway Developer Guide, "Use API Gateway Lambda authorizers"; rest-api.md 7.1 and 7.2.
 * Departure: an expression that cannot be read matches nothing, so that it never lets anybody in.
 */
export function compileIdentityReader(authorizer: Authorizer): IdentityReader {
  const { sources, problems } = parseIdentitySources(authorizer.identitySource ?? defaultSource(authorizer))
  const expression = authorizer.type === 'TOKEN' ? authorizer.identityValidationExpression : undefined
  const pattern = expression ? compilePattern(expression, 'whole') : null
  const isInvalid = (value: string) => pattern !== null && ('problem' in pattern || !pattern.test(value))
  const isNeeded = authorizer.type !== 'REQUEST' || ttlOf(authorizer) > 0
  return {
    sources,
    problems:
      pattern !== null && 'problem' in pattern
        ? [...problems, `identityValidationExpression "${expression}" cannot be used: ${pattern.problem}`]
        : problems,
    read: (request) => readIdentity(sources, request, isNeeded, isInvalid),
  }
}

/** Seconds for which results are kept; 0 for not at all. */
function ttlOf({ authorizerResultTtlInSeconds }: Authorizer): number {
  return authorizerResultTtlInSeconds ?? LIMITS.authorizerTtlDefault.value
}

function defaultSource({ type }: Authorizer): string {
  return type === 'REQUEST' ? '' : 'method.request.header.Authorization'
}

/** "method.request.header.X, context.identity.sourceIp" -> two sources. */
export function parseIdentitySources(text: string): { sources: IdentitySource[]; problems: string[] } {
  const sources: IdentitySource[] = []
  const problems: string[] = []
  for (const part of text.split(',').map((entry) => entry.trim())) {
    const source = parseSource(part)
    if (source !== null) sources.push(source)
    else if (part !== '')
      problems.push(`identitySource "${part}" is none of method.request.header.NAME, ${OTHER_FORMS}`)
  }
  return { sources, problems }
}

const OTHER_FORMS = 'method.request.querystring.NAME, stageVariables.NAME, context.NAME'

function parseSource(text: string): IdentitySource | null {
  const [, parameter, location, name = ''] =
    /^(?:method\.request\.(header|querystring)|(stageVariables|context))\.(.+)$/.exec(text) ?? []
  switch (parameter ?? location) {
    case 'header':
    case 'querystring':
    case 'stageVariables':
    case 'context':
      return { location: (parameter ?? location) as IdentitySource['location'], name }
    default:
      return null
  }
}

function readIdentity(
  sources: readonly IdentitySource[],
  request: IdentityRequest,
  isNeeded: boolean,
  isInvalid: (value: string) => boolean,
): IdentityReading {
  const values = sources.map((source) => valueOf(source, request))
  const missing = values.findIndex((value) => value.trim() === '')
  const source = sources[missing]
  if (isNeeded && source !== undefined) return { kind: 'missing', source }
  const invalid = values.find(isInvalid)
  return invalid === undefined ? { kind: 'found', values } : { kind: 'invalid', value: invalid }
}

/** Empty when there is none. */
function valueOf({ location, name }: IdentitySource, request: IdentityRequest): string {
  switch (location) {
    case 'header': {
      const lowerCase = name.toLowerCase()
      return Object.entries(request.headers).find(([header]) => header.toLowerCase() === lowerCase)?.[1] ?? ''
    }
    case 'querystring':
      return ownValue(request.query, name)
    case 'stageVariables':
      return ownValue(request.stageVariables, name)
    case 'context':
      return request.context(name) ?? ''
  }
}

function ownValue(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : ''
}

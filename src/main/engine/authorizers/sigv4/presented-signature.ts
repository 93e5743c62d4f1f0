import { headerValue, headerValues, type HeaderList } from '../../mapping/header-list'
import { canonicalParameters, parameterText } from './canonical-query'
import { sortedHeaderNames } from './canonical-request'
import { parseAuthorization } from './parse-authorization'
import { sigV4Failure, type SigV4Failure } from './sigv4-failure'
import type { SigV4Request } from './sigv4-request'

/** What a request says of its own signature; nothing of it has been checked. */
export interface PresentedSignature {
  readonly form: 'header' | 'query'
  readonly algorithm: string
  /** "AKIDEXAMPLE/20260131/us-east-1/execute-api/aws4_request". */
  readonly credential: string
  /** In lower case, sorted, each once. */
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** As it was sent. */
  readonly date: string
  readonly securityToken: string | undefined
  /** `X-Amz-Expires`, as it was sent. */
  readonly expires: string | undefined
}

const REQUIRED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'X-Amz-Date',
] as const

/**
 * Find the signature of a request: in its `Authorization` header, or in its query. A parameter that is there twice counts as missing.
 * Source: rest-api.md 7.5; the messages of the query form are those of other services, observed.
 */
export function presentedSignature(request: SigV4Request): PresentedSignature | SigV4Failure {
  const authorization = headerValues(request.headers, 'Authorization').join(', ')
  const parameters = groupedParameters(request.rawQuery)
  const isInQuery = parameters.has('X-Amz-Algorithm')
  if (authorization.trim() === '') {
    if (isInQuery) return inQuery(parameters)
    return sigV4Failure('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  if (!isInQuery) return inHeader(request.headers, authorization)
  return sigV4Failure(
    'InvalidSignatureException',
    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
  )
}

function inHeader(headers: HeaderList, authorization: string): PresentedSignature | SigV4Failure {
  const date = headerValue(headers, 'X-Amz-Date') ?? headerValue(headers, 'Date')
  const header = parseAuthorization(authorization, date !== undefined)
  if (typeof header === 'string') return sigV4Failure('IncompleteSignatureException', header)
  const parameter = (name: string) => header.parameters.get(name) ?? ''
  return {
    form: 'header',
    algorithm: header.algorithm,
    credential: parameter('Credential'),
    signedHeaders: sortedHeaderNames(parameter('SignedHeaders').split(';')),
    signature: parameter('Signature'),
    date: date?.trim() ?? '',
    securityToken: headerValue(headers, 'X-Amz-Security-Token')?.trim(),
    expires: undefined,
  }
}

function inQuery(parameters: ReadonlyMap<string, readonly string[]>): PresentedSignature | SigV4Failure {
  const parameter = (name: string) => {
    const values = parameters.get(name)
    return values?.length === 1 ? parameterText(values[0]!) : undefined
  }
  const [algorithm, credential, signature, signedHeaders, date] = REQUIRED.map((name) => parameter(name) ?? '')
  const missing = REQUIRED.filter((name) => !parameter(name))
  if (missing.length > 0) {
    const problems = missing.map((name) => `AWS query-string parameters must include '${name}'.`)
    const message = `${problems.join(' ')} Re-examine the query-string parameters.`
    return sigV4Failure('IncompleteSignatureException', message)
  }
  return {
    form: 'query',
    algorithm: algorithm!,
    credential: credential!,
    signedHeaders: sortedHeaderNames(signedHeaders!.split(';')),
    signature: signature!,
    date: date!,
    securityToken: parameter('X-Amz-Security-Token'),
    expires: parameter('X-Amz-Expires'),
  }
}

function groupedParameters(rawQuery: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of canonicalParameters(rawQuery)) {
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [value])
    else known.push(value)
  }
  return groups
}

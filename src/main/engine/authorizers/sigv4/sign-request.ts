import type { HeaderList } from '../../mapping/header-list'
import { basicDate } from './basic-date'
import { canonicalRequest, sortedHeaderNames } from './canonical-request'
import { scopeText, type CredentialScope } from './credential-scope'
import { signature } from './signature'
import { CLOCK_SKEW_SECONDS } from './signature-time'
import type { SigV4Crypto } from './sigv4-crypto'
import type { SigV4Request } from './sigv4-request'
import { ALGORITHM, stringToSign } from './string-to-sign'
import { uriEncode } from './uri-encode'

export interface SigV4Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Of temporary credentials. */
  readonly sessionToken?: string
}

export interface SigningOptions {
  readonly credentials: SigV4Credentials
  readonly region: string
  /** "execute-api". */
  readonly service: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Where the signature goes: an `Authorization` header, or the query (a presigned URL). */
  readonly form: 'header' | 'query'
  /** Of the query form, 1 to 604800; 300 when absent. */
  readonly expiresInSeconds?: number
  /** Default true; see `canonicalPath`. */
  readonly normalizesPath?: boolean
  /** Default true. False adds the session token when the rest has been signed, as a few services want it. */
  readonly signsToken?: boolean
  /** Default false. Header form: send the hash of the body along, as `x-amz-content-sha256`. */
  readonly sendsPayloadHash?: boolean
}

/** A signed request, and how it came about. */
export interface SignedRequest {
  readonly request: SigV4Request
  readonly canonicalRequest: string
  readonly stringToSign: string
  readonly signature: string
}

/** Headers of one connection only, or that are changed on the way: signing them would break the signature. */
const UNSIGNED_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
])

const OWN_HEADERS: readonly string[] = ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']
const OWN_PARAMETER = /^X-Amz-(?:Algorithm|Credential|Date|SignedHeaders|Expires|Security-Token|Signature)(?:=|$)/

/**
 * Sign a request, which must have its `Host`. A signature that it already has is replaced.
 * Source: IAM User Guide, "Create a signed AWS API request"; order of what is added as in AWS's signing test suite.
 */
export function signRequest(given: SigV4Request, options: SigningOptions, crypto: SigV4Crypto): SignedRequest {
  const date = basicDate(options.at)
  const scope = { date: date.slice(0, 8), region: options.region, service: options.service }
  const payloadHash = crypto.sha256Hex(given.body)
  const request = { ...given, headers: without(given.headers), rawQuery: withoutSignature(given.rawQuery) }
  const added = { date, scope, payloadHash, options }
  const prepared = options.form === 'header' ? withHeaders(request, added) : withParameters(request, added)
  const canonical = canonicalRequest(prepared, {
    signedHeaders: signedHeaderNames(prepared.headers, options),
    payloadHash,
    normalizesPath: options.normalizesPath ?? true,
    omittedParameters: options.signsToken === false ? ['X-Amz-Security-Token'] : [],
  })
  const text = stringToSign(date, scope, canonical, crypto)
  const made = signature(options.credentials.secretAccessKey, scope, text, crypto)
  const signed =
    options.form === 'header'
      ? withAuthorization(prepared, added, made)
      : { ...prepared, rawQuery: `${prepared.rawQuery}&X-Amz-Signature=${made}` }
  return { request: signed, canonicalRequest: canonical, stringToSign: text, signature: made }
}

/** What both forms put into the request. */
interface Added {
  readonly date: string
  readonly scope: CredentialScope
  readonly payloadHash: string
  readonly options: SigningOptions
}

function without(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !OWN_HEADERS.includes(name.toLowerCase()))
}

function withoutSignature(rawQuery: string): string {
  return rawQuery
    .split('&')
    .filter((pair) => !OWN_PARAMETER.test(pair))
    .join('&')
}

function withHeaders(request: SigV4Request, { date, payloadHash, options }: Added): SigV4Request {
  const { sessionToken } = options.credentials
  const headers: HeaderList = [
    ...request.headers,
    ...(sessionToken === undefined ? [] : [['X-Amz-Security-Token', sessionToken] as const]),
    ['X-Amz-Date', date],
    ...(options.sendsPayloadHash === true ? [['x-amz-content-sha256', payloadHash] as const] : []),
  ]
  return { ...request, headers }
}

function withParameters(request: SigV4Request, { date, scope, options }: Added): SigV4Request {
  const { accessKeyId, sessionToken } = options.credentials
  const parameters = [
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', `${accessKeyId}/${scopeText(scope)}`],
    ['X-Amz-Date', date],
    ['X-Amz-SignedHeaders', signedHeaderNames(request.headers, options).join(';')],
    ['X-Amz-Expires', String(options.expiresInSeconds ?? CLOCK_SKEW_SECONDS)],
    ...(sessionToken === undefined ? [] : [['X-Amz-Security-Token', sessionToken] as const]),
  ] as const
  const pairs = parameters.map(([name, value]) => `${name}=${uriEncode(value)}`)
  return { ...request, rawQuery: [...(request.rawQuery === '' ? [] : [request.rawQuery]), ...pairs].join('&') }
}

function withAuthorization(request: SigV4Request, { scope, options }: Added, made: string): SigV4Request {
  const credential = `Credential=${options.credentials.accessKeyId}/${scopeText(scope)}`
  const signedHeaders = `SignedHeaders=${signedHeaderNames(request.headers, options).join(';')}`
  const authorization = `${ALGORITHM} ${credential}, ${signedHeaders}, Signature=${made}`
  return { ...request, headers: [...request.headers, ['Authorization', authorization]] }
}

function signedHeaderNames(headers: HeaderList, { signsToken }: SigningOptions): string[] {
  const names = sortedHeaderNames(headers.map(([name]) => name))
  return names.filter(
    (name) => !UNSIGNED_HEADERS.has(name) && (signsToken !== false || name !== 'x-amz-security-token'),
  )
}

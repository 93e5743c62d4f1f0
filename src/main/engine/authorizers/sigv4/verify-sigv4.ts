import { basicDate } from './basic-date'
import { canonicalRequest } from './canonical-request'
import { checkCredential } from './check-credential'
import { isSameSecret } from './is-same-secret'
import { presentedSignature, type PresentedSignature } from './presented-signature'
import { signature } from './signature'
import { checkSignatureTime } from './signature-time'
import type { SigV4Crypto } from './sigv4-crypto'
import { sigV4Failure, type SigV4Failure } from './sigv4-failure'
import type { SigV4Request } from './sigv4-request'
import { ALGORITHM, stringToSign } from './string-to-sign'

/** An access key that may sign, and whose it is. */
export interface SigV4Key<User> {
  readonly secretAccessKey: string
  /** Of temporary credentials: the token that has to be sent along. */
  readonly sessionToken?: string
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt?: number
  readonly user: User
}

export interface VerifyOptions<User> {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly region: string
  /** "execute-api". */
  readonly service: string
  findKey(accessKeyId: string): SigV4Key<User> | null
  /** Default true; see `canonicalPath`. */
  readonly normalizesPath?: boolean
}

export type SigV4Verdict<User> = { readonly ok: true; readonly accessKeyId: string; readonly user: User } | SigV4Failure

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing ' +
  'method. Consult the service documentation for details.'

/**
 * Who signed a request with Signature Version 4, in its `Authorization` header or its query, or why nobody did. The first problem counts,
 * in the order in which services are observed to look for them.
 * The hash of the body is always that of the bytes: `x-amz-content-sha256` is a header like any other, and UNSIGNED-PAYLOAD matches
 * nothing. A security token may also have been added after signing; it has to be the key's own either way.
 * Source: rest-api.md 7.5; IAM User Guide, "Create a signed AWS API request".
 */
export function verifySigV4<User>(
  request: SigV4Request,
  options: VerifyOptions<User>,
  crypto: SigV4Crypto,
): SigV4Verdict<User> {
  const presented = presentedSignature(request)
  if ('ok' in presented) return presented
  const signedAt = checkSignatureTime(presented, options.now)
  if (typeof signedAt !== 'number') return signedAt
  const failure = hostFailure(presented) ?? algorithmFailure(presented)
  if (failure !== null) return failure
  const date = basicDate(signedAt)
  const scope = { date: date.slice(0, 8), region: options.region, service: options.service }
  const credential = checkCredential(presented.credential, scope, date)
  if ('ok' in credential) return credential
  const { accessKeyId } = credential
  const key = options.findKey(accessKeyId)
  if (key === null) return INVALID_TOKEN
  const candidates = canonicalRequests(request, presented, options.normalizesPath ?? true, crypto)
  const expected = candidates.map((canonical) => {
    const text = stringToSign(date, scope, canonical, crypto)
    return { canonical, text, signature: signature(key.secretAccessKey, scope, text, crypto) }
  })
  if (!expected.some((candidate) => isSameSecret(candidate.signature, presented.signature))) {
    return mismatch(expected[0]!)
  }
  return tokenFailure(presented, key, options.now) ?? { ok: true, accessKeyId, user: key.user }
}

function hostFailure({ signedHeaders }: PresentedSignature): SigV4Failure | null {
  if (signedHeaders.includes('host')) return null
  const message = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
  return sigV4Failure('InvalidSignatureException', message)
}

function algorithmFailure({ algorithm }: PresentedSignature): SigV4Failure | null {
  if (algorithm === ALGORITHM) return null
  const message = `Unsupported AWS 'algorithm': '${algorithm}' (only ${ALGORITHM} for now).`
  return sigV4Failure('IncompleteSignatureException', message)
}

/** What may have been signed; the first is what should have been. */
function canonicalRequests(
  request: SigV4Request,
  { form, signedHeaders, securityToken }: PresentedSignature,
  normalizesPath: boolean,
  { sha256Hex }: SigV4Crypto,
): string[] {
  const payloadHash = sha256Hex(request.body)
  const canonical = (...omittedParameters: string[]) =>
    canonicalRequest(request, { signedHeaders, payloadHash, normalizesPath, omittedParameters })
  if (form === 'header') return [canonical()]
  const whole = canonical('X-Amz-Signature')
  return securityToken === undefined ? [whole] : [whole, canonical('X-Amz-Signature', 'X-Amz-Security-Token')]
}

function mismatch({ canonical, text }: { readonly canonical: string; readonly text: string }): SigV4Failure {
  const dump =
    `The Canonical String for this request should have been\n'${canonical}'\n\n` +
    `The String-to-Sign should have been\n'${text}'\n`
  return sigV4Failure('InvalidSignatureException', `${MISMATCH}\n\n${dump}`)
}

const INVALID_TOKEN = sigV4Failure(
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
)

function tokenFailure(
  { securityToken }: PresentedSignature,
  { sessionToken, expiresAt }: SigV4Key<unknown>,
  now: number,
): SigV4Failure | null {
  if (!isSameSecret(securityToken ?? '', sessionToken ?? '')) return INVALID_TOKEN
  if (expiresAt === undefined || now < expiresAt) return null
  return sigV4Failure('ExpiredTokenException', 'The security token included in the request is expired')
}

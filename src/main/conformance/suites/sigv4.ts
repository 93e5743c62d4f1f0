import { signRequest, type SigningOptions } from '../../engine/authorizers/sigv4/sign-request'
import type { SigV4Request } from '../../engine/authorizers/sigv4/sigv4-request'
import { verifySigV4, type SigV4Verdict, type VerifyOptions } from '../../engine/authorizers/sigv4/verify-sigv4'
import { NODE_SIGV4_CRYPTO } from '../../live/identity/sigv4-crypto'
import { judged, playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import { exactDifference } from '../exact-difference'
import { parseRequestText, requestText } from './sigv4/request-text'
import { tamperedRequests } from './sigv4/tampered-requests'

interface SigningCase {
  readonly name: string
  readonly context: {
    readonly credentials: {
      readonly access_key_id: string
      readonly secret_access_key: string
      readonly token?: string
    }
    readonly expiration_in_seconds?: number
    readonly normalize: boolean
    readonly region: string
    readonly service: string
    readonly sign_body: boolean
    /** ISO 8601. */
    readonly timestamp: string
    /** The token is added after signing. */
    readonly omit_session_token?: boolean
  }
  readonly request: string
  readonly header?: SignedForm
  readonly query?: SignedForm
}

type SignedForm = Readonly<Record<'canonical-request' | 'string-to-sign' | 'signature' | 'signed-request', string>>

const FORMS = ['header', 'query'] as const
const ALLOWED_SKEW_MS = 15 * 60_000

/**
 * The AWS signing test suite, as lists of cases. A case passes when in both forms the request is signed as it says, the verifier accepts
 * the signed request, and refuses it when anything signed is changed, or when time, scope or key do not fit.
 */
export const SIGV4_SUITE: ConformanceSuite = {
  folder: 'sigv4',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) =>
        playedFile(file, () => {
          const { cases } = folder.json(file) as { readonly cases: readonly SigningCase[] }
          return cases.map((entry, index) => playCase(entry, entry.name ?? `${file}/${index}`))
        }),
      )
  },
}

function playCase(entry: SigningCase, id: string): CaseResult {
  try {
    const forms = FORMS.filter((form) => entry[form] !== undefined)
    if (forms.length === 0) return skipped(id, 'nothing is expected')
    const differences = forms.map((form) => signingDifference(entry, form) ?? verifierDifference(entry, form))
    return judged(
      id,
      differences.find((difference) => difference !== undefined),
    )
  } catch (error) {
    return judged(id, `playing it failed: ${String(error)}`)
  }
}

function signingDifference(entry: SigningCase, form: 'header' | 'query'): string | undefined {
  const signed = signRequest(parseRequestText(entry.request), signingOptions(entry, form), NODE_SIGV4_CRYPTO)
  const actual: SignedForm = {
    'canonical-request': signed.canonicalRequest,
    'string-to-sign': signed.stringToSign,
    signature: signed.signature,
    'signed-request': requestText(signed.request),
  }
  return exactDifference(entry[form], actual, form)
}

function verifierDifference(entry: SigningCase, form: 'header' | 'query'): string | undefined {
  const signed = parseRequestText(entry[form]!['signed-request'])
  const verdict = verify(entry, signed)
  if (!verdict.ok) return `${form}: the verifier refused the signed request: ${verdict.message}`
  const accepted = [
    ...tamperedRequests(signed).map(({ what, request }) => ({ what, verdict: verify(entry, request) })),
    ...misplaced(entry, form).map(({ what, options }) => ({ what, verdict: verify(entry, signed, options) })),
    { what: 'host among the signed headers', verdict: verify(entry, signedWithoutHost(entry, form)) },
  ].find(({ verdict: { ok } }) => ok)
  return accepted && `${form}: the verifier must notice a change of ${accepted.what}`
}

function verify(
  entry: SigningCase,
  request: SigV4Request,
  options: Partial<VerifyOptions<string>> = {},
): SigV4Verdict<string> {
  const { credentials, normalize, region, service, timestamp } = entry.context
  const key = {
    secretAccessKey: credentials.secret_access_key,
    ...(credentials.token !== undefined && { sessionToken: credentials.token }),
    user: 'signer',
  }
  const expected: VerifyOptions<string> = {
    now: Date.parse(timestamp),
    region,
    service,
    findKey: (id) => (id === credentials.access_key_id ? key : null),
    normalizesPath: normalize,
  }
  return verifySigV4(request, { ...expected, ...options }, NODE_SIGV4_CRYPTO)
}

/** Circumstances in which the signature of a case is good for nothing. */
function misplaced(
  { context }: SigningCase,
  form: 'header' | 'query',
): { readonly what: string; readonly options: Partial<VerifyOptions<string>> }[] {
  const signedAt = Date.parse(context.timestamp)
  const lifetimeMs = form === 'header' ? ALLOWED_SKEW_MS : (context.expiration_in_seconds ?? 0) * 1000
  return [
    { what: 'time: too late', options: { now: signedAt + lifetimeMs + 1000 } },
    { what: 'time: too early', options: { now: signedAt - ALLOWED_SKEW_MS - 1000 } },
    { what: 'the region of the gateway', options: { region: 'xx-west-9' } },
    { what: 'the service of the gateway', options: { service: 'other' } },
    { what: 'the keys: none is known', options: { findKey: () => null } },
  ]
}

function signedWithoutHost(entry: SigningCase, form: 'header' | 'query'): SigV4Request {
  const request = parseRequestText(entry.request)
  const [hosts, others] = [true, false].map((isHost) =>
    request.headers.filter(([name]) => (name.toLowerCase() === 'host') === isHost),
  )
  const options = signingOptions(entry, form)
  const signed = signRequest({ ...request, headers: others! }, options, NODE_SIGV4_CRYPTO).request
  return { ...signed, headers: [...hosts!, ...signed.headers] }
}

function signingOptions({ context }: SigningCase, form: 'header' | 'query'): SigningOptions {
  const { access_key_id: accessKeyId, secret_access_key: secretAccessKey, token } = context.credentials
  return {
    credentials: { accessKeyId, secretAccessKey, ...(token !== undefined && { sessionToken: token }) },
    region: context.region,
    service: context.service,
    at: Date.parse(context.timestamp),
    form,
    ...(context.expiration_in_seconds !== undefined && { expiresInSeconds: context.expiration_in_seconds }),
    normalizesPath: context.normalize,
    signsToken: context.omit_session_token !== true,
    sendsPayloadHash: context.sign_body,
  }
}

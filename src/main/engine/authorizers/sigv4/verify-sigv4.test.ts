import { describe, expect, it } from 'vitest'
import { NODE_SIGV4_CRYPTO } from '../../../live/identity/sigv4-crypto'
import { signRequest, type SigningOptions } from './sign-request'
import type { SigV4Request } from './sigv4-request'
import { verifySigV4, type SigV4Key, type SigV4Verdict, type VerifyOptions } from './verify-sigv4'

const SIGNED_AT = Date.UTC(2026, 0, 31, 12, 30)
const ADA: SigV4Key<string> = { secretAccessKey: 'local-secret-of-ada', user: 'ada' }
const SESSION: SigV4Key<string> = { ...ADA, sessionToken: 'tok/en+=', expiresAt: SIGNED_AT + 60_000 }
const KEYS = new Map([
  ['GWKEYOFADA', ADA],
  ['GWSESSION', SESSION],
])

const SIGNING: SigningOptions = {
  credentials: { accessKeyId: 'GWKEYOFADA', secretAccessKey: ADA.secretAccessKey },
  region: 'eu-west-1',
  service: 'execute-api',
  at: SIGNED_AT,
  form: 'header',
}
const REQUEST: SigV4Request = {
  method: 'POST',
  path: '/a1b2c3d4e5/prod/orders',
  rawQuery: 'size=x%20y&size=2',
  headers: [
    ['Host', '127.0.0.1:3000'],
    ['X-Two', 'a'],
    ['x-two', 'b'],
  ],
  body: new TextEncoder().encode('{"item":"tea"}'),
}
const EMPTY: SigV4Request = { method: 'GET', path: '/', rawQuery: '', headers: [['Host', 'h']], body: new Uint8Array() }

function signed(options: Partial<SigningOptions> = {}, request: Partial<SigV4Request> = {}): SigV4Request {
  return signRequest({ ...REQUEST, ...request }, { ...SIGNING, ...options }, NODE_SIGV4_CRYPTO).request
}

function verify(request: SigV4Request, options: Partial<VerifyOptions<string>> = {}): SigV4Verdict<string> {
  const expected = { now: SIGNED_AT, region: 'eu-west-1', service: 'execute-api' }
  const findKey = (id: string) => KEYS.get(id) ?? null
  return verifySigV4(request, { ...expected, findKey, ...options }, NODE_SIGV4_CRYPTO)
}

/** Error type and message of a refusal. */
function refusal(request: SigV4Request, options: Partial<VerifyOptions<string>> = {}): readonly string[] {
  const verdict = verify(request, options)
  return verdict.ok ? ['accepted'] : [verdict.errorType, verdict.message]
}

/** With the texts of the signature changed, in whichever place they are. */
function withText(request: SigV4Request, pattern: string | RegExp, replacement: string): SigV4Request {
  const headers = request.headers.map(
    ([name, value]) => [name, name === 'Authorization' ? value.replace(pattern, replacement) : value] as const,
  )
  return { ...request, headers, rawQuery: request.rawQuery.replace(pattern, replacement) }
}

const isMismatch = (request: SigV4Request) =>
  refusal(request)
    .join(': ')
    .startsWith('InvalidSignatureException: The request signature we calculated does not match')

describe('verifySigV4', () => {
  it.each(['header', 'query'] as const)('knows who signed in the %s', (form) => {
    expect(verify(signed({ form }))).toEqual({ ok: true, accessKeyId: 'GWKEYOFADA', user: 'ada' })
  })

  it('takes a request for the same whose query means the same', () => {
    expect(verify({ ...signed(), rawQuery: 'size=2&size=x+y' }).ok).toBe(true)
  })

  it.each([
    ['the method', { method: 'PUT' }],
    ['the path', { path: '/a1b2c3d4e5/prod/order' }],
    ['the encoding of the path', { path: '/a1b2c3d4e5/prod/%6Frders' }],
    ['the query', { rawQuery: 'size=x%20y&size=3' }],
    ['a "+" for its encoding', { rawQuery: 'size=x%2By&size=2' }],
    ['a parameter more', { rawQuery: 'size=x%20y&size=2&size' }],
    ['the body', { body: new TextEncoder().encode('{"item":"tee"}') }],
    ['no body', { body: new Uint8Array() }],
  ])('notices a change of %s', (_what, change) => {
    expect([{ ...signed(), ...change }].map(isMismatch)).toEqual([true])
  })

  it('notices a change of signed headers, of their order too, and of no others', () => {
    const request = signed()
    const [host, first, second, ...others] = request.headers
    const withHeaders = (...headers: SigV4Request['headers']) => isMismatch({ ...request, headers })
    expect([
      withHeaders(host!, second!, first!, ...others),
      withHeaders(host!, first!, ...others),
      withHeaders(['Host', 'localhost:3000'], first!, second!, ...others),
      withHeaders(...request.headers, ['X-Two', 'c']),
      withHeaders(...request.headers, ['X-Three', 'c']),
    ]).toEqual([true, true, true, true, false])
  })

  it('says what should have been signed', () => {
    const request = withText(signed({}, EMPTY), /Signature=\w+/, 'Signature=0')
    const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(verify(request)).toEqual({
      ok: false,
      status: 403,
      errorType: 'InvalidSignatureException',
      responseType: 'INVALID_SIGNATURE',
      message:
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and ' +
        'signing method. Consult the service documentation for details.\n\n' +
        'The Canonical String for this request should have been\n' +
        `'GET\n/\n\nhost:h\nx-amz-date:20260131T123000Z\n\nhost;x-amz-date\n${hash}'\n\n` +
        'The String-to-Sign should have been\n' +
        "'AWS4-HMAC-SHA256\n20260131T123000Z\n20260131/eu-west-1/execute-api/aws4_request\n" +
        "8fec27d510ebf9c0f8711af490d262a863f2d32f8062098eee2476e277031e3e'\n",
    })
  })

  it('wants the hash of the very body, whatever the request says of it', () => {
    const unsigned = 'UNSIGNED-PAYLOAD'
    const headers = [...REQUEST.headers, ['X-Amz-Content-Sha256', unsigned] as const]
    const sha256Hex = (bytes: Uint8Array) => (bytes === REQUEST.body ? unsigned : NODE_SIGV4_CRYPTO.sha256Hex(bytes))
    const asUnsigned = { ...NODE_SIGV4_CRYPTO, sha256Hex }
    const { request } = signRequest({ ...REQUEST, headers }, { ...SIGNING, sendsPayloadHash: true }, asUnsigned)
    expect([isMismatch(request), verify(signed({ sendsPayloadHash: true })).ok]).toEqual([true, true])
  })

  it('wants a signature', () => {
    const missing = {
      ok: false,
      status: 403,
      errorType: 'MissingAuthenticationTokenException',
      responseType: 'MISSING_AUTHENTICATION_TOKEN',
      message: 'Missing Authentication Token',
    }
    const requests = [
      EMPTY,
      { ...EMPTY, headers: [['Authorization', ' ']] as const },
      { ...EMPTY, rawQuery: 'X-Amz-Signature=1' },
    ]
    expect(requests.map((request) => verify(request))).toEqual([missing, missing, missing])
  })

  it('wants one signature', () => {
    const { headers } = signed()
    const { rawQuery } = signed({ form: 'query' })
    const twice = [...headers, ['authorization', 'Bearer abc'] as const]
    expect([refusal({ ...REQUEST, headers, rawQuery }), refusal({ ...REQUEST, headers: twice })[0]]).toEqual([
      [
        'InvalidSignatureException',
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
      ],
      'IncompleteSignatureException',
    ])
  })

  it.each([
    ['Bearer abc', "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'."],
    [
      'abc',
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header " +
        "requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " +
        'Authorization=abc',
    ],
  ])('says what the header "%s" lacks', (authorization, message) => {
    const request = { ...EMPTY, headers: [['Authorization', authorization]] as const }
    expect(refusal(request)).toEqual(['IncompleteSignatureException', message])
  })

  it('says what the query lacks, and takes what is there twice for missing', () => {
    const rawQuery =
      'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=&X-Amz-Date=1&X-Amz-Date=2&X-Amz-SignedHeaders=host'
    expect(refusal({ ...EMPTY, rawQuery })).toEqual([
      'IncompleteSignatureException',
      "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'. " +
        "AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
    ])
  })

  it('allows clocks to be five minutes apart', () => {
    const at = (seconds: number) => refusal(signed(), { now: SIGNED_AT + seconds * 1000 })
    expect([-301, -300, 300, 301].map(at)).toEqual([
      [
        'InvalidSignatureException',
        'Signature not yet current: 20260131T123000Z is still later than 20260131T122959Z (20260131T122459Z + 5 min.)',
      ],
      ['accepted'],
      ['accepted'],
      [
        'InvalidSignatureException',
        'Signature expired: 20260131T123000Z is now earlier than 20260131T123001Z (20260131T123501Z - 5 min.)',
      ],
    ])
  })

  it('lets a signed query live as long as it says', () => {
    const at = (expiresInSeconds: number, seconds: number) =>
      refusal(signed({ form: 'query', expiresInSeconds }), { now: SIGNED_AT + seconds * 1000 })
    expect([at(90, 90), at(90, 91), at(604_800, 604_800), at(3600, 3601), at(3600, -301)]).toEqual([
      ['accepted'],
      [
        'InvalidSignatureException',
        'Signature expired: 20260131T123000Z is now earlier than 20260131T123001Z (20260131T123131Z - 90 sec.)',
      ],
      ['accepted'],
      [
        'InvalidSignatureException',
        'Signature expired: 20260131T123000Z is now earlier than 20260131T123001Z (20260131T133001Z - 60 min.)',
      ],
      [
        'InvalidSignatureException',
        'Signature not yet current: 20260131T123000Z is still later than 20260131T122959Z (20260131T122459Z + 5 min.)',
      ],
    ])
  })

  it.each([0, 604_801, -1, 1.5, 1e21])('refuses a lifetime of %d seconds', (expiresInSeconds) => {
    expect(refusal(signed({ form: 'query', expiresInSeconds }))).toEqual([
      'IncompleteSignatureException',
      `'X-Amz-Expires' must be a number of seconds from 1 to 604800. Got '${expiresInSeconds}'.`,
    ])
  })

  it('lets a signed query without a lifetime live for five minutes', () => {
    const request = signed({ form: 'query' })
    const rawQuery = request.rawQuery.replace(/&X-Amz-Expires=\d+/, '')
    expect([
      isMismatch({ ...request, rawQuery }),
      refusal({ ...request, rawQuery }, { now: SIGNED_AT + 301_000 })[1],
    ]).toEqual([
      true,
      'Signature expired: 20260131T123000Z is now earlier than 20260131T123001Z (20260131T123501Z - 5 min.)',
    ])
  })

  it('reads the date of HTTP where there is no other, and no third form', () => {
    const dated = (value: string) => {
      const request = signed()
      return {
        ...request,
        headers: request.headers.map(([name, old]) =>
          name === 'X-Amz-Date' ? (['Date', value] as const) : ([name, old] as const),
        ),
      }
    }
    expect([isMismatch(dated('Sat, 31 Jan 2026 12:30:00 GMT')), refusal(dated('2026-01-31'))]).toEqual([
      true,
      [
        'IncompleteSignatureException',
        "Date must be in ISO-8601 'basic format'. Got '2026-01-31'. See http://en.wikipedia.org/wiki/ISO_8601",
      ],
    ])
  })

  it('wants the host among the signed headers', () => {
    const request = signed({}, { headers: [] })
    expect(refusal({ ...request, headers: [...request.headers, ['Host', 'h']] })).toEqual([
      'InvalidSignatureException',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    ])
  })

  it('knows one algorithm', () => {
    expect(refusal(withText(signed(), 'AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'))).toEqual([
      'IncompleteSignatureException',
      "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now).",
    ])
  })

  it.each([
    [{ region: 'us-east-1' }, 'Credential should be scoped to a valid region.'],
    [{ service: 'lambda' }, "Credential should be scoped to correct service: 'execute-api'."],
    [
      { region: 'x', service: 'y' },
      "Credential should be scoped to a valid region. Credential should be scoped to correct service: 'execute-api'.",
    ],
  ])('refuses a signature for %j', (scope, message) => {
    expect(refusal(signed(scope))).toEqual(['InvalidSignatureException', message])
  })

  it('refuses a scope of another day or with another end', () => {
    const scoped = (text: string) => refusal(withText(signed(), '20260131/eu-west-1/execute-api/aws4_request', text))
    const parts = '20260131/eu-west-1/execute-api'
    expect([
      scoped('20260130/eu-west-1/execute-api/aws4_request'),
      scoped(`${parts}/aws5_request`),
      scoped(parts),
    ]).toEqual([
      [
        'InvalidSignatureException',
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260130' != '20260131', " +
          "from '20260131T123000Z'.",
      ],
      [
        'InvalidSignatureException',
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
      ],
      [
        'IncompleteSignatureException',
        'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got ' +
          `'GWKEYOFADA/${parts}'`,
      ],
    ])
  })

  it.each(['UNKNOWN', '__proto__', ''])('does not know the key "%s"', (accessKeyId) => {
    const verdict = verify(signed({ credentials: { accessKeyId, secretAccessKey: 'x' } }))
    expect(verdict).toEqual({
      ok: false,
      status: 403,
      errorType: 'UnrecognizedClientException',
      responseType: 'INVALID_SIGNATURE',
      message: 'The security token included in the request is invalid.',
    })
  })

  it.each(['header', 'query'] as const)('wants the token of a session in the %s, signed or not', (form) => {
    const session = (sessionToken: string | undefined, signsToken: boolean, now = SIGNED_AT) => {
      const credentials = {
        accessKeyId: 'GWSESSION',
        secretAccessKey: ADA.secretAccessKey,
        ...(sessionToken !== undefined && { sessionToken }),
      }
      return refusal(signed({ form, credentials, signsToken }), { now })
    }
    const invalid = ['UnrecognizedClientException', 'The security token included in the request is invalid.']
    const expired = ['ExpiredTokenException', 'The security token included in the request is expired']
    expect([
      session('tok/en+=', true),
      session('tok/en+=', false),
      session('tok/en+', true),
      session('tok/en++', false),
      session(undefined, true),
      session('tok/en+=', true, SIGNED_AT + 60_000),
    ]).toEqual([['accepted'], ['accepted'], invalid, invalid, invalid, expired])
  })

  it('takes no token from somebody who has none', () => {
    const credentials = { ...SIGNING.credentials, sessionToken: 'x' }
    expect(refusal(signed({ credentials }))[0]).toBe('UnrecognizedClientException')
  })

  it('does not hash the body before everything else is right', () => {
    const hashed: Uint8Array[] = []
    const sha256Hex = (bytes: Uint8Array) => {
      hashed.push(bytes)
      return NODE_SIGV4_CRYPTO.sha256Hex(bytes)
    }
    const options = { now: SIGNED_AT, region: 'eu-west-1', service: 'execute-api', findKey: () => null }
    verifySigV4(signed(), options, { ...NODE_SIGV4_CRYPTO, sha256Hex })
    expect(hashed).toEqual([])
  })

  it('answers hostile headers with work in proportion to their length', () => {
    const many = (text: string) => text.repeat(20_000)
    const authorization = (value: string) => ({
      ...EMPTY,
      headers: [
        ['Authorization', value],
        ['X-Amz-Date', '20260131T123000Z'],
      ] as const,
    })
    const long = signed(
      {},
      {
        path: many('/../a%'),
        rawQuery: many('&=%+'),
        headers: [
          ['Host', many(' \t')],
          ['A', 'b'],
        ],
      },
    )
    const repeated = withText(long, 'SignedHeaders=', `SignedHeaders=${many('host;')}`)
    const types = [
      ...[many(' '), many('='), many(','), many('a=,')].map(authorization),
      { ...EMPTY, rawQuery: `X-Amz-Algorithm=${many('%')}&${many('X-Amz-Date=1&')}` },
      withText(signed(), 'Credential=', `Credential=${many('/')}x`),
      long,
      repeated,
    ].map((request) => refusal(request)[0])
    expect(types).toEqual([
      'MissingAuthenticationTokenException',
      'IncompleteSignatureException',
      'IncompleteSignatureException',
      'IncompleteSignatureException',
      'IncompleteSignatureException',
      'IncompleteSignatureException',
      'accepted',
      'accepted',
    ])
  })
})

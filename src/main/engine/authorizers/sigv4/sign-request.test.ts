import { describe, expect, it } from 'vitest'
import { NODE_SIGV4_CRYPTO } from '../../../live/identity/sigv4-crypto'
import { signRequest, type SigningOptions } from './sign-request'
import type { SigV4Request } from './sigv4-request'

const OPTIONS: SigningOptions = {
  credentials: { accessKeyId: 'GWKEYOFADA', secretAccessKey: 'local-secret-of-ada' },
  region: 'eu-west-1',
  service: 'execute-api',
  at: Date.UTC(2026, 0, 31, 12, 30),
  form: 'header',
}
const SCOPE = '20260131/eu-west-1/execute-api/aws4_request'
const BODY = new TextEncoder().encode('{"item":"tea"}')
const BODY_HASH = 'b5dc57d2f744f0443347794b84a6fc8956566e0fd2f8a330d17301d5ddfc44d7'
const REQUEST: SigV4Request = {
  method: 'POST',
  path: '/prod/orders/a%20b',
  rawQuery: 'size=x+y&dry',
  headers: [['Host', '127.0.0.1:3000']],
  body: BODY,
}

function sign(options: Partial<SigningOptions> = {}, request: Partial<SigV4Request> = {}) {
  return signRequest({ ...REQUEST, ...request }, { ...OPTIONS, ...options }, NODE_SIGV4_CRYPTO)
}

// The hashes and signatures were made by another implementation of the same algorithm.
describe('signRequest', () => {
  it('signs in a header', () => {
    const signature = 'f012d7c2bbe53c7b4b2e80701b21684fe9ebad9d34fb8ca898686a5eab71fb7b'
    const authorization = `AWS4-HMAC-SHA256 Credential=GWKEYOFADA/${SCOPE}, SignedHeaders=host;x-amz-date, Signature=${signature}`
    expect(sign()).toEqual({
      request: {
        ...REQUEST,
        headers: [
          ['Host', '127.0.0.1:3000'],
          ['X-Amz-Date', '20260131T123000Z'],
          ['Authorization', authorization],
        ],
      },
      canonicalRequest:
        'POST\n/prod/orders/a%2520b\ndry=&size=x%20y\nhost:127.0.0.1:3000\nx-amz-date:20260131T123000Z\n\n' +
        `host;x-amz-date\n${BODY_HASH}`,
      stringToSign:
        `AWS4-HMAC-SHA256\n20260131T123000Z\n${SCOPE}\n` +
        'e348e44e1804d48a81576564635c2fa613e6beaae27faddb247e5697dd6debbe',
      signature,
    })
  })

  it('signs in the query', () => {
    const { request, signature } = sign({ form: 'query' })
    expect({ request, signature }).toEqual({
      request: {
        ...REQUEST,
        rawQuery:
          'size=x+y&dry&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=GWKEYOFADA%2F20260131%2Feu-west-1%2Fexecute-api%2F' +
          `aws4_request&X-Amz-Date=20260131T123000Z&X-Amz-SignedHeaders=host&X-Amz-Expires=300&X-Amz-Signature=${signature}`,
      },
      signature: '2232d64372bffa6bbeb1d5f09c9d4dfb382480b9c4321285f162ef861c62eada',
    })
  })

  it('signs a session token unless it is to be added after', () => {
    const credentials = { ...OPTIONS.credentials, sessionToken: 'a/b=' }
    const names = (options: Partial<SigningOptions>) => {
      const { request, canonicalRequest } = sign({ ...options, credentials }, { rawQuery: '', body: new Uint8Array() })
      return [
        request.headers.map(([name]) => name),
        request.rawQuery.split('&').at(-2),
        canonicalRequest.includes('oken'),
      ]
    }
    const added = ['Host', 'X-Amz-Security-Token', 'X-Amz-Date', 'Authorization']
    const [header, query] = [{ form: 'header' }, { form: 'query' }] as const
    expect([header, { ...header, signsToken: false }, query, { ...query, signsToken: false }].map(names)).toEqual([
      [added, undefined, true],
      [added, undefined, false],
      [['Host'], 'X-Amz-Security-Token=a%2Fb%3D', true],
      [['Host'], 'X-Amz-Security-Token=a%2Fb%3D', false],
    ])
  })

  it('sends the hash of the body where that is wanted', () => {
    const { request, canonicalRequest } = sign({ sendsPayloadHash: true })
    expect([request.headers[2], canonicalRequest.split('\n').slice(-2)]).toEqual([
      ['x-amz-content-sha256', BODY_HASH],
      ['host;x-amz-content-sha256;x-amz-date', BODY_HASH],
    ])
  })

  it('leaves headers alone that do not outlive the connection', () => {
    const headers = ['Connection', 'Expect', 'User-Agent', 'Content-Type', 'TE'].map((name) => [name, 'x'] as const)
    const { canonicalRequest } = sign({}, { headers: [...REQUEST.headers, ...headers] })
    expect(canonicalRequest.split('\n').at(-2)).toBe('content-type;host;x-amz-date')
  })

  it('replaces the signature that a request has, in both forms', () => {
    const inHeader = sign()
    const inQuery = sign({ form: 'query' })
    const later = { at: OPTIONS.at + 1000 }
    expect([sign(later, inHeader.request), sign({ ...later, form: 'query' }, inQuery.request)]).toEqual([
      sign(later),
      sign({ ...later, form: 'query' }),
    ])
  })
})

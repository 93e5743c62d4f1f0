import { describe, expect, it } from 'vitest'
import { decodeJwt } from './decode-jwt'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = { alg: 'RS256', kid: 'k' }

function token(header: unknown, claims: unknown = {}): string {
  return `${part(header)}.${part(claims)}.AQID`
}

/** How the token is malformed; undefined when it is not. */
function problem(text: string): string | undefined {
  const jwt = decodeJwt(text)
  return 'detail' in jwt ? jwt.detail.replace('the token is malformed: ', '') : undefined
}

describe('decodeJwt', () => {
  it('takes a token apart', () => {
    const text = token(HEADER, { sub: 'é', n: 1 })
    expect(decodeJwt(text)).toEqual({
      algorithm: 'RS256',
      kid: 'k',
      claims: { sub: 'é', n: 1 },
      signingInput: new Uint8Array(Buffer.from(text.slice(0, text.lastIndexOf('.')))),
      signature: Uint8Array.of(1, 2, 3),
    })
  })

  it.each([[{ alg: 'RS256' }], [{ ...HEADER, kid: '' }], [{ ...HEADER, kid: 7 }]])(
    'finds no key id in %j',
    (header) => {
      expect(decodeJwt(token(header))).toMatchObject({ kid: null })
    },
  )

  it.each([
    ['abc', 'it has 1 parts between dots where a signed token has three'],
    [`${token(HEADER)}.AQID`, 'it has 4 parts between dots where a signed token has three'],
    ['..', 'its header is no JSON object in base64url'],
    [`e30=.${part({})}.AQID`, 'its header is no JSON object in base64url'],
    [`${part([])}.${part({})}.AQID`, 'its header is no JSON object in base64url'],
    [token(HEADER, null), 'its payload is no JSON object in base64url'],
    [token(HEADER, 'text'), 'its payload is no JSON object in base64url'],
    [
      `${part(HEADER)}.${Buffer.from('{"a":').toString('base64url')}.AQID`,
      'its payload is no JSON object in base64url',
    ],
    [
      `${part(HEADER)}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.AQID`,
      'its payload is no JSON object in base64url',
    ],
    [`${part(HEADER)}.${part({})}.A+ID`, 'its signature is not in base64url'],
    [token({ kid: 'k' }), 'its header has no "alg"'],
    [token({ alg: ['RS256'] }), 'its header has no "alg"'],
    [token({ ...HEADER, crit: [] }), 'its header has "crit", extensions that must be understood'],
    [`${'a'.repeat(10_241)}`, 'it is longer than 10240 characters'],
  ])('refuses %s', (text, how) => {
    expect(problem(text)).toBe(how)
  })

  it('refuses what is nested so deep that printing it could fail', () => {
    const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const deep = (depth: number): string => `${part(HEADER)}.${Buffer.from(nested(depth)).toString('base64url')}.AQID`
    expect([problem(deep(99)), problem(deep(3_000))]).toEqual([undefined, 'its payload is no JSON object in base64url'])
  })

  it('keeps a claim named __proto__ a claim', () => {
    const payload = Buffer.from('{"__proto__":{"aud":"api"}}').toString('base64url')
    const jwt = decodeJwt(`${part(HEADER)}.${payload}.AQID`)
    if ('detail' in jwt) throw new Error(jwt.detail)
    expect([Object.keys(jwt.claims), jwt.claims['aud']]).toEqual([['__proto__'], undefined])
  })
})

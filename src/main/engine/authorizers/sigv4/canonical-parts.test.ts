import { describe, expect, it } from 'vitest'
import { canonicalHeaders } from './canonical-headers'
import { canonicalPath } from './canonical-path'
import { canonicalQuery, parameterText } from './canonical-query'
import { canonicalRequest, sortedHeaderNames } from './canonical-request'

describe('canonicalPath', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['//', '/'],
    ['/prod/orders/7', '/prod/orders/7'],
    ['/prod/orders/', '/prod/orders/'],
    ['/prod//orders', '/prod/orders'],
    ['/prod/./orders/../items/', '/prod/items/'],
    ['/prod/..', '/'],
    ['/../../prod', '/prod'],
    ['/prod/...', '/prod/...'],
    ['/prod/%2e%2e/x', '/prod/%252e%252e/x'],
    ['/prod/a%20b', '/prod/a%2520b'],
    ['/prod/a b+c', '/prod/a%20b%2Bc'],
    ['/prod/@connections/x=', '/prod/%40connections/x%3D'],
    ['/prod/é', '/prod/%C3%A9'],
    ['/prod/-._~', '/prod/-._~'],
  ])('normalizes and encodes %s once more', (path, canonical) => {
    expect(canonicalPath(path, true)).toBe(canonical)
  })

  it('leaves segments as they are where a service does', () => {
    const canonical = ['', '//', '/a/./b/../c', '/a b'].map((path) => canonicalPath(path, false))
    expect(canonical).toEqual(['/', '//', '/a/./b/../c', '/a%20b'])
  })
})

describe('canonicalQuery', () => {
  it.each([
    ['', ''],
    ['b=2&a=1', 'a=1&b=2'],
    ['a=2&a=1&a=10', 'a=1&a=10&a=2'],
    ['Z=1&a=1&B=1', 'B=1&Z=1&a=1'],
    ['ab=1&a-b=1&a=1', 'a=1&a-b=1&ab=1'],
    ['a', 'a='],
    ['a=', 'a='],
    ['=v', '=v'],
    ['&&a=1&', 'a=1'],
    ['a=b=c', 'a=b%3Dc'],
    ['a=x+y', 'a=x%20y'],
    ['a=x%20y', 'a=x%20y'],
    ['a=x%2By', 'a=x%2By'],
    ['a=%7e%2f%2F', 'a=~%2F%2F'],
    ['a=%ff', 'a=%FF'],
    ['a=100%', 'a=100%25'],
    ['a=%zz%2', 'a=%25zz%252'],
    ['é=ü', '%C3%A9=%C3%BC'],
    ['a=1;b=2', 'a=1&b=2'],
    ['a=1%3Bb', 'a=1%3Bb'],
  ])('sorts and encodes %j', (query, canonical) => {
    expect(canonicalQuery(query, [])).toBe(canonical)
  })

  it('leaves out parameters by name, every one of that name', () => {
    expect(canonicalQuery('a=1&sig=2&%73ig=3&Sig=4', ['sig'])).toBe('Sig=4&a=1')
  })

  it('decodes values', () => {
    expect([parameterText('a%2Fb'), parameterText('%C3%A9%20x')]).toEqual(['a/b', 'é x'])
  })
})

describe('canonicalHeaders', () => {
  it('joins repeated headers in their order and folds white space', () => {
    const headers = [
      ['Host', ' example.com '],
      ['X-Two', 'b'],
      ['x-two', '  a   "c   d"\t'],
      ['X-Folded', 'one\n  two\r\n\tthree'],
      ['Other', 'x'],
    ] as const
    expect(canonicalHeaders(headers, ['host', 'x-absent', 'x-folded', 'x-two'])).toBe(
      'host:example.com\nx-absent:\nx-folded:one two three\nx-two:b,a "c d"\n',
    )
  })

  it('keeps what is white space to JavaScript only', () => {
    expect(canonicalHeaders([['a', '\u00a0b\u00a0']], ['a'])).toBe('a:\u00a0b\u00a0\n')
  })

  it('does not take names from prototypes', () => {
    expect(canonicalHeaders([['constructor', 'x']], ['__proto__', 'constructor'])).toBe('__proto__:\nconstructor:x\n')
  })
})

describe('canonicalRequest', () => {
  it('puts the parts in their order', () => {
    const request = { method: 'POST', path: '/prod', rawQuery: 'b=1&a=2', headers: [['Host', 'h']] as const }
    const parts = { signedHeaders: ['host'], payloadHash: 'HASH', normalizesPath: true, omittedParameters: ['b'] }
    expect(canonicalRequest({ ...request, body: new Uint8Array() }, parts)).toBe(
      'POST\n/prod\na=2\nhost:h\n\nhost\nHASH',
    )
  })

  it('sorts names of headers in lower case, each once', () => {
    expect(sortedHeaderNames(['X-B', ' host ', 'a', '', 'HOST'])).toEqual(['a', 'host', 'x-b'])
  })
})

import { describe, expect, it } from 'vitest'
import type { HttpIntegration } from '@shared/design/http-api'
import { httpProxyHeaders, httpProxyTarget, withoutHopByHop } from './http-proxy-request'
import { httpRequest } from './http-request.fixture'
import type { HttpRequestFacts } from './http-request-facts'

function target(integrationUri: string, facts: Partial<HttpRequestFacts> = {}, more: Partial<HttpIntegration> = {}) {
  const integration: HttpIntegration = { integrationType: 'HTTP_PROXY', integrationUri, ...more }
  const found = httpProxyTarget(integration, httpRequest({ rawQuery: '', ...facts }))
  return typeof found === 'string' ? found : `${found.origin} ${found.path}`
}

describe('httpProxyTarget', () => {
  it.each<[string, string, Partial<HttpRequestFacts>]>([
    ['https://x.example', 'https://x.example /', {}],
    ['https://x.example/a/{id}?k={id}', 'https://x.example /a/6%20?k=6%20', {}],
    ['https://x.example/{id}/{other}', 'https://x.example /a%3Fb%23c/d/{other}', { pathParameters: { id: 'a?b#c/d' } }],
    ['https://x.example/{proxy+}', 'https://x.example /a/b', { pathParameters: { proxy: 'a/b' } }],
    ['https://${stageVariables.color}.example/${stageVariables.none}x', 'https://red.example /x', {}],
    ['https://{id}.example/', 'https://eu-1.example /', { pathParameters: { id: 'eu-1' } }],
    ['https://{id}.example/', 'https://{id}.example /', { pathParameters: { id: 'evil.example/x' } }],
    ['https://x.example/base', 'https://x.example /base/pets/6%20', { routeKey: '$default' }],
    ['https://x.example/base', 'https://x.example /v2/a%20b%3F', { mappedPath: '/v2/a b?' }],
    ['https://x.example', 'https://x.example /100%25', { mappedPath: '/100%' }],
    ['no url', '"no url" is no URL', {}],
  ])('leads %s to %s', (uri, expected, facts) => {
    expect(target(uri, facts)).toBe(expected)
  })

  it('gives a private integration the path that was called, at the address that plays it', () => {
    const link = { connectionType: 'VPC_LINK', backend: 'http://127.0.0.1:9000' } as const
    expect([target('arn:aws:x', {}, link), target('arn:aws:x', { mappedPath: '/a' }, link)]).toEqual([
      'http://127.0.0.1:9000 /dev/pets/6%20',
      'http://127.0.0.1:9000 /a',
    ])
    expect(target('arn:aws:x', {}, { connectionType: 'VPC_LINK' })).toContain('set the backend of the integration')
  })

  it('lets a local address play a public host', () => {
    expect(target('https://x.example/a', {}, { backend: 'http://127.0.0.1:9000' })).toBe('http://127.0.0.1:9000 /a')
  })
})

describe('httpProxyHeaders', () => {
  it('leaves out a signature and what belongs to the connection, and says who forwards', () => {
    const facts = httpRequest({
      sourceIp: '2001:db8::7',
      headers: [
        ['Host', '127.0.0.1:3000'],
        ['Authorization', 'AWS4-HMAC-SHA256 Credential=x'],
        ['Transfer-Encoding', 'chunked'],
        ['Via', '1.1 me'],
        ['x', '1'],
      ],
    })
    const mapped = { ...facts, headers: [...facts.headers, ['host', 'inner.example'] as const] }
    expect(httpProxyHeaders(facts, mapped, '1-a')).toEqual([
      ['x', '1'],
      ['host', 'inner.example'],
      ['forwarded', 'by=127.0.0.1;for="[2001:db8::7]";host=api0000001.execute-api.us-east-1.amazonaws.com;proto=https'],
      ['via', '1.1 me, HTTP/1.1 AmazonAPIGateway'],
      ['x-amzn-trace-id', 'Self=1-a;Root=1-00000000-000000000000000000000000'],
    ])
  })
})

it('withoutHopByHop drops what Connection names as well', () => {
  expect(
    withoutHopByHop([
      ['Connection', 'close, X-Own'],
      ['x-own', '1'],
      ['Keep-Alive', 'timeout=5'],
      ['x-kept', '2'],
    ]),
  ).toEqual([['x-kept', '2']])
})

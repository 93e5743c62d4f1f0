import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { compileChanges } from './header-changes'
import type { HttpAnswer } from './http-answer'
import type { HttpRequestFacts } from './http-request-facts'
import { httpRequest } from './http-request.fixture'
import { mapHttpRequest } from './map-http-request'
import { compileResponseMappings, mapHttpResponse } from './map-http-response'
import { MAPPED_BODY_LIMIT, mappingSource } from './mapping-source'
import { isReservedHeader } from '@shared/design/v2-rules/reserved-headers'

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const FACTS = httpRequest({ body: Buffer.from('{"user":{"name":"ada","tags":["x"]},"n":1.50}') })

/** The headers, query and path that a mapping leaves. */
function mapped(parameters: Readonly<Record<string, string>>, facts: HttpRequestFacts = FACTS) {
  const source = mappingSource(
    facts,
    { kind: 'lambda', principalId: 'u1', context: { role: 'a', deep: { n: 1 } } },
    textOf,
  )
  const { headers, rawQuery, mappedPath } = mapHttpRequest(facts, compileChanges(parameters), source)
  return { headers, query: rawQuery, mappedPath }
}

/** What one mapping gives the header "t"; undefined where it is left out. */
function valueOf(expression: string, facts?: HttpRequestFacts): string | undefined {
  return mapped({ 'append:header.t': expression }, facts).headers.find(([name]) => name === 't')?.[1]
}

describe('a mapped value', () => {
  it.each([
    ['$request.header.x-ONE', '1,2'],
    ['$request.querystring.a', '1,2'],
    ['$request.querystring.A', undefined],
    ['$request.path', '/pets/6%20'],
    ['$request.path.id', '6 '],
    ['$request.body.user.name', 'ada'],
    ['$request.body.user', '{"name":"ada","tags":["x"]}'],
    ['$request.body.user.tags[0]', 'x'],
    ['$request.body.nothing', undefined],
    ['$request.body..name', undefined],
    ['$request.body.user.tags[?(@)]', undefined],
    ['$context.requestId', 'abc='],
    ['$context.identity.sourceIp', '203.0.113.9'],
    ['$context.authorizer.role', 'a'],
    ['$context.authorizer.principalId', 'u1'],
    ['$context.authorizer.deep.n', '1'],
    ['$context.authorizer.deep', undefined],
    ['$context.requestTimeEpoch', '1767225600'],
    ['$context.constructor', undefined],
    ['$stageVariables.color', 'red'],
    ['$stageVariables.toString', undefined],
    ['${request.path.id}-${stageVariables.color}-${request.header.none}', '6 -red-'],
    ['plain $5 and ${unknown}', 'plain $5 and ${unknown}'],
    ['$request.header', '$request.header'],
    ['$response.header.x', undefined],
  ])('%s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected)
  })

  it('is the whole body for a service, and nothing without one', () => {
    expect([valueOf('$request.body'), valueOf('$request.body', { ...FACTS, body: new Uint8Array() })]).toEqual([
      '{"user":{"name":"ada","tags":["x"]},"n":1.50}',
      undefined,
    ])
  })

  it('is missing where the body is cut off before it ends', () => {
    const long = Buffer.from(`{"a":"b","c":"${'x'.repeat(MAPPED_BODY_LIMIT)}"}`)
    expect(valueOf('$request.body.a', { ...FACTS, body: long })).toBeUndefined()
  })
})

describe('a request mapping', () => {
  it('removes, overwrites and appends on the original, whatever the order it is written in', () => {
    const renamed = mapped({
      'append:header.new': '$request.header.x-one',
      'remove:header.X-One': "''",
      'overwrite:querystring.a': 'b c',
      'append:querystring.b': '2',
      'remove:querystring.none': '',
    })
    expect(renamed).toEqual({
      headers: [
        ['User-Agent', 'me'],
        ['new', '1,2'],
      ],
      query: 'b=x%20y&a=b%20c&b=2',
      mappedPath: undefined,
    })
  })

  it('takes a path, with or without its slash', () => {
    expect(
      [mapped({ 'overwrite:path': '$request.path' }), mapped({ 'overwrite:path': 'a/${request.path.id}' })].map(
        ({ mappedPath }) => mappedPath,
      ),
    ).toEqual(['/pets/6%20', '/a/6 '])
  })

  it('leaves reserved headers alone', () => {
    const reserved = ['Authorization', 'X-Amzn-Foo', 'via', 'access-control-allow-origin', 'content-length']
    const parameters = Object.fromEntries(reserved.map((name) => [`append:header.${name}`, 'x']))
    expect([mapped(parameters).headers, reserved.map(isReservedHeader)]).toEqual([
      FACTS.headers,
      reserved.map(() => true),
    ])
  })
})

describe('a response mapping', () => {
  const answer: HttpAnswer = { status: 500, headers: [['x-err', 'e']], body: Buffer.from('{"code":7}') }
  const mapping = compileResponseMappings({
    '500': {
      'append:header.code': '$response.body.code',
      'append:header.err': '$response.header.X-Err',
      'append:header.status': '$context.integrationStatus',
      'append:header.none': '$response.header.none',
      'remove:header.x-err': '',
      'overwrite:statuscode': '403',
    },
    '403': { 'append:header.again': 'x' },
    '4xx': { 'append:header.never': 'x' },
    '200': { 'overwrite:statuscode': 'abc' },
  })
  const source = () =>
    mappingSource(FACTS, null, textOf, { ...answer, integration: { status: answer.status, latency: 5 } })

  it('is chosen by the exact status of the integration, once', () => {
    expect(mapHttpResponse(answer, mapping, source)).toEqual({
      status: 403,
      headers: [
        ['code', '7'],
        ['err', 'e'],
        ['status', '500'],
      ],
      body: answer.body,
    })
  })

  it('leaves a status that is none, and answers without a mapping, as they are', () => {
    const ok = { ...answer, status: 200 }
    expect([
      mapHttpResponse(ok, mapping, source),
      mapHttpResponse({ ...answer, status: 418 }, mapping, source).status,
    ]).toEqual([ok, 418])
  })
})

import { describe, expect, test } from 'vitest'
import { parsePastedEvent } from './parse-pasted-event'

const REQUEST = { isResponse: false }
const RESPONSE = { isResponse: true }

const PROXY_EVENT = {
  resource: '/orders/{id}',
  path: '/orders/12',
  httpMethod: 'PUT',
  headers: { Host: 'api.example' },
  multiValueHeaders: { Host: ['api.example'], 'X-Tag': ['first', 'last'] },
  queryStringParameters: { dry: 'yes' },
  multiValueQueryStringParameters: null,
  pathParameters: { id: '12' },
  stageVariables: { table: 'orders-test' },
  requestContext: { stage: 'test', identity: { sourceIp: '192.0.2.7' } },
  body: '{"note":"hi"}',
  isBase64Encoded: false,
}

const CONSOLE_LOG = `Execution log for request 5d1f0a9c-11aa-4c0e-9a60-1f3f0b7a2c11
Thu Nov 19 10:00:00 UTC 2026 : Starting execution for request: 5d1f0a9c-11aa-4c0e-9a60-1f3f0b7a2c11
Thu Nov 19 10:00:00 UTC 2026 : HTTP Method: PUT, Resource Path: /orders/12
Thu Nov 19 10:00:00 UTC 2026 : Method request path: {id=12}
Thu Nov 19 10:00:00 UTC 2026 : Method request query string: {dry=yes}
Thu Nov 19 10:00:00 UTC 2026 : Method request headers: {Accept=text/html, text/plain, Host=api.example}
Thu Nov 19 10:00:00 UTC 2026 : Method request body before transformations: {
  "note": "hi"
}
Thu Nov 19 10:00:00 UTC 2026 : Endpoint request URI: https://backend.example/orders
Thu Nov 19 10:00:01 UTC 2026 : Endpoint response body before transformations: {"stored":true}
`

describe('parsePastedEvent', () => {
  test('takes over a proxy event, the last of several values', () => {
    expect(parsePastedEvent(JSON.stringify(PROXY_EVENT), REQUEST)).toEqual({
      kind: 'proxy-event',
      event: {
        body: '{"note":"hi"}',
        params: {
          path: { id: '12' },
          querystring: { dry: 'yes' },
          header: { Host: 'api.example', 'X-Tag': 'last' },
        },
        context: { stage: 'test', identity: { sourceIp: '192.0.2.7' } },
        stageVariables: { table: 'orders-test' },
      },
      note: null,
    })
  })

  test('decodes the body of a proxy event', () => {
    const event = { ...PROXY_EVENT, body: 'w6TDtsO8', isBase64Encoded: true }
    expect(parsePastedEvent(JSON.stringify(event), REQUEST)?.event.body).toBe('äöü')
  })

  test('says of an event of an HTTP API that its context differs', () => {
    const event = { version: '2.0', requestContext: { http: { method: 'GET' } }, headers: { host: 'a' } }
    expect(parsePastedEvent(JSON.stringify(event), REQUEST)).toMatchObject({
      kind: 'proxy-event',
      event: { body: null, params: { header: { host: 'a' } } },
      note: expect.stringContaining('payload version 2.0'),
    })
  })

  test('reads the request from an execution log, with a body over several lines', () => {
    expect(parsePastedEvent(CONSOLE_LOG, REQUEST)).toEqual({
      kind: 'log',
      event: {
        body: '{\n  "note": "hi"\n}',
        params: {
          path: { id: '12' },
          querystring: { dry: 'yes' },
          header: { Accept: 'text/html, text/plain', Host: 'api.example' },
        },
        context: { requestId: '5d1f0a9c-11aa-4c0e-9a60-1f3f0b7a2c11', httpMethod: 'PUT', resourcePath: '/orders/12' },
      },
      note: null,
    })
  })

  test('reads the answer of the integration for a response template', () => {
    expect(parsePastedEvent(CONSOLE_LOG, RESPONSE)?.event.body).toBe('{"stored":true}')
  })

  test('reads one line of a log group, and says when it was cut', () => {
    const line = '(5d1f0a9c-11aa-4c0e) Method request body before transformations: {"a":1 [TRUNCATED]'
    expect(parsePastedEvent(line, REQUEST)).toEqual({
      kind: 'log',
      event: { body: '{"a":1 ' },
      note: 'The log cut the body: what follows is not in it.',
    })
  })

  test('takes JSON as the body, as it is written', () => {
    expect(parsePastedEvent('{ "price": 24.50 }', REQUEST)).toEqual({
      kind: 'json',
      event: { body: '{ "price": 24.50 }' },
      note: null,
    })
  })

  test('takes a form as the body', () => {
    expect(parsePastedEvent(' name=Ada+L&city=\n', REQUEST)).toEqual({
      kind: 'form',
      event: { body: 'name=Ada+L&city=' },
      note: null,
    })
  })

  test('says where JSON breaks, and takes it as text', () => {
    expect(parsePastedEvent('{"a": }', REQUEST)).toMatchObject({
      kind: 'text',
      event: { body: '{"a": }' },
      note: expect.stringMatching(/^It is not JSON: line 1, column 7: /),
    })
  })

  test('takes any other text as the body', () => {
    expect(parsePastedEvent('hello there', REQUEST)).toEqual({
      kind: 'text',
      event: { body: 'hello there' },
      note: null,
    })
  })

  test('gives null for white space', () => {
    expect(parsePastedEvent(' \n', REQUEST)).toBeNull()
  })
})

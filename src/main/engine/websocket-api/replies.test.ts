import { describe, expect, it } from 'vitest'
import { clientDisconnect } from './disconnect-reason'
import { badBodyFrame, errorFrame } from './error-frame'
import { handshakeAnswer } from './handshake-answer'
import { readConnectResult, readMessageResult } from './proxy-result'
import { isTwoWay, replyTo } from './reply'
import { integrationFailed, notCallable, type WebSocketAnswer } from './web-socket-answer'
import { missingParameters } from './required-parameters'

const codec = {
  textOf: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  bytesOf: (text: string) => new TextEncoder().encode(text),
  lengthOf: (text: string) => text.length,
  base64Of: (bytes: Uint8Array) => btoa(String.fromCodePoint(...bytes)),
  bytesOfBase64: (text: string) => Uint8Array.from(atob(text), (character) => character.codePointAt(0)!),
}
const ids = { connectionId: 'c=', requestId: 'r=' }
const answer = (status: number, body = 'x'): WebSocketAnswer => ({ kind: 'response', status, headers: [], body })

describe('frames of the gateway', () => {
  it('are written as the service writes them', () => {
    expect([errorFrame('Say "hi"', ids), badBodyFrame('c=', 'm=')]).toEqual([
      '{"message": "Say \\"hi\\"", "connectionId":"c=", "requestId":"r="}',
      '{"message" : "Bad request body", "connectionId": "c=", "messageId": "m="}',
    ])
  })
})

describe('a reply', () => {
  it('is the body on a two-way route, if there is one', () => {
    expect([
      replyTo(answer(200), true, true),
      replyTo(answer(200, ''), true, true),
      replyTo(answer(200), false, true),
    ]).toEqual([{ kind: 'frame', text: 'x' }, { kind: 'nothing' }, { kind: 'nothing' }])
  })

  it('is an error for a status of a function that is not 2xx, but not for one of a backend', () => {
    expect([
      replyTo(answer(404), true, true),
      replyTo(answer(404), true, false),
      replyTo(answer(404), false, true),
    ]).toEqual([{ kind: 'error', message: 'Internal server error' }, { kind: 'frame', text: 'x' }, { kind: 'nothing' }])
  })

  it('tells failures on one-way routes too', () => {
    expect(replyTo(integrationFailed('why'), false, true)).toEqual({ kind: 'error', message: 'Internal server error' })
  })

  it('needs both halves of a route response', () => {
    const routeResponses = { $default: {} }
    expect([
      isTwoWay({ routeResponseSelectionExpression: '$default', routeResponses }),
      isTwoWay({ routeResponseSelectionExpression: '\\$default', routeResponses }),
      isTwoWay({ routeResponses }),
      isTwoWay({ routeResponseSelectionExpression: '$default' }),
      isTwoWay({ routeResponseSelectionExpression: '$default', routeResponses: { other: {} } }),
    ]).toEqual([true, true, false, false, false])
  })
})

describe('what a function behind a message route returns', () => {
  it.each([
    [{ statusCode: 200, body: 'x' }, answer(200)],
    [{ body: 'x' }, answer(200)],
    [{ statusCode: '404' }, answer(404, '')],
    [{ body: 'aGk=', isBase64Encoded: true }, answer(200, 'hi')],
    ['text', answer(200, '')],
    [null, answer(200, '')],
    [[1], answer(200, '')],
    [{ body: { a: 1 } }, integrationFailed('malformed Lambda proxy response: body is not text')],
    [{ statusCode: 'ok' }, integrationFailed('malformed Lambda proxy response: statusCode is no HTTP status')],
  ])('%j is read as %j', (result, read) => {
    expect(readMessageResult(result, codec)).toEqual(read)
  })
})

describe('a handshake', () => {
  const connected = (result: unknown) => handshakeAnswer(readConnectResult(result, codec), ids)

  it('is accepted with 2xx, with the subprotocol that the function chose', () => {
    expect([
      connected({ statusCode: 200 }),
      connected({ statusCode: 299, headers: { 'sec-websocket-protocol': ' chat ' } }),
      connected({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'a\r\nb' } }),
    ]).toEqual([
      { kind: 'accepted', subprotocol: null },
      { kind: 'accepted', subprotocol: 'chat' },
      { kind: 'accepted', subprotocol: null },
    ])
  })

  it('is refused with the status of the function, or with 502 when it has none', () => {
    const failed = { kind: 'refused', headers: [['Content-Type', 'application/json']] }
    const body = '{"message": "Internal server error", "connectionId":"c=", "requestId":"r="}'
    expect([
      connected({ statusCode: 301, headers: { a: 1, b: null }, body: 'gone' }),
      connected({}),
      connected(null),
      connected({ statusCode: 99 }),
      handshakeAnswer(notCallable('no permission'), ids),
    ]).toEqual([
      { kind: 'refused', status: 301, headers: [['a', '1']], body: 'gone' },
      { ...failed, status: 502, body },
      { ...failed, status: 502, body },
      { ...failed, status: 502, body },
      { ...failed, status: 500, body },
    ])
  })

  it('lacks required parameters that are missing or blank', () => {
    const required = { required: true }
    const route = {
      requestParameters: {
        'route.request.header.A': required,
        'route.request.querystring.b': required,
        'route.request.querystring.c': { required: false },
      },
    }
    expect([
      missingParameters(route, { headers: [['a', ' ']], query: [] }),
      missingParameters(route, { headers: [['a', '1']], query: [['b', '2']] }),
    ]).toEqual([['A', 'b'], []])
  })
})

describe('the reason of an end', () => {
  it.each([
    [1000, 'done', { statusCode: 1000, reason: 'done' }],
    [1005, '', { statusCode: 1005, reason: 'Client-side close frame status not set' }],
    [1006, '', { statusCode: 1006, reason: '' }],
  ])('of %i %j', (code, reason, told) => {
    expect(clientDisconnect(code, reason)).toEqual(told)
  })
})

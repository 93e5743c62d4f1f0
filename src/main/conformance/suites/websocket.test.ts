import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { diskFolder } from '../disk-folder'
import { WEBSOCKET_SUITE } from './websocket'

const GIVEN = '../shared/conformance/websocket'

/** Vectors of our own, one a file. */
function folderOf(vectors: readonly object[]): SuiteFolder {
  const texts = new Map(vectors.map((vector, at) => [`v${at}.json`, JSON.stringify(vector)]))
  const text = (path: string): string => texts.get(path)!
  return { files: [...texts.keys()], text, json: (path) => JSON.parse(text(path)) as unknown }
}

async function outcomes(vectors: readonly object[]): Promise<string[]> {
  const results = await WEBSOCKET_SUITE.play(folderOf(vectors))
  return results.map(({ id, message, outcome }) => `${id} ${outcome}${message === undefined ? '' : `: ${message}`}`)
}

const handshake = (id: string, given: object, expect: object) => ({ id, area: 'handshake', given, expect })
const frames = (id: string, given: object, expect: object) => ({ id, area: 'client-error-frames', given, expect })

describe('the WebSocket suite', () => {
  it('plays handshakes', async () => {
    expect(
      await outcomes([
        handshake('passes', { connectLambdaReturns: { statusCode: 204 } }, { handshakeStatus: 101 }),
        handshake(
          'refuses',
          { connectLambdaReturns: { statusCode: 403, body: 'no' } },
          { handshakeStatus: 403, handshakeBody: 'no' },
        ),
        handshake('throws', { connectLambdaThrows: true }, { handshakeStatus: 502 }),
        handshake('hangs', { connectLambda: 'timeout' }, { handshakeStatus: 502 }),
        handshake('forgets', { connectLambdaReturns: {} }, { handshakeStatus: 502 }),
        handshake('false', { connectLambdaReturns: { statusCode: 200 } }, { handshakeStatus: 403 }),
        handshake('unknown', {}, { weather: 'fine' }),
        handshake('empty', {}, {}),
        {
          id: 'subprotocol',
          area: 'subprotocol',
          given: {
            clientSubprotocols: ['chat1', 'chat2'],
            connectLambdaReturns: { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat2' } },
          },
          expect: { handshakeStatus: 101, headers: { 'sec-websocket-protocol': 'chat2' } },
        },
        {
          id: 'no-subprotocol',
          area: 'subprotocol',
          given: { clientSubprotocols: ['chat1'], connectLambdaReturns: { statusCode: 200 } },
          expect: { handshakeStatus: 101, headersAbsent: ['sec-websocket-protocol'] },
        },
      ]),
    ).toEqual([
      'passes passed',
      'refuses passed',
      'throws passed',
      'hangs passed',
      'forgets passed',
      'false failed: handshakeStatus: expected 403, found 101',
      'unknown skipped: the expectation "weather" cannot be judged',
      'empty skipped: nothing is expected',
      'subprotocol passed',
      'no-subprotocol passed',
    ])
  })

  it('plays authorizers', async () => {
    const found = {
      authorizer: { identitySource: ['route.request.querystring.token'], lambdaThrows: 'Unauthorized' },
      request: { headers: [], query: 'token=abc' },
    }
    const deny = { principalId: 'u', policyDocument: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } }
    expect(
      await outcomes([
        handshake('refused', found, { handshakeStatus: 401, authorizerInvoked: true }),
        handshake('denied', { authorizer: { lambdaReturns: deny } }, { handshakeStatus: 403 }),
        handshake('broken', { authorizer: { lambdaReturns: {} } }, { handshakeStatus: 500 }),
        handshake('missing', { ...found, request: {} }, { handshakeStatus: 401, authorizerInvoked: false }),
      ]),
    ).toEqual(['refused passed', 'denied passed', 'broken passed', 'missing passed'])
  })

  it('plays messages', async () => {
    const lambda = { route: '$default', integration: 'AWS_PROXY' }
    const ids = '"connectionId":"[A-Za-z0-9_-]{15}=", "requestId":"[A-Za-z0-9_-]{15}="\\}$'
    const schema = { type: 'object', required: ['text'] }
    expect(
      await outcomes([
        frames(
          'one-way-error',
          { ...lambda, routeResponse: false, lambdaThrows: true },
          { frameRegex: `^\\{"message": "Internal server error", ${ids}`, connectionStaysOpen: true },
        ),
        frames(
          'no-body',
          { ...lambda, routeResponse: '$default', lambdaReturns: { statusCode: 200 } },
          { framesSent: 0 },
        ),
        frames(
          'bad-body',
          { route: 'say', schema, message: '{"action":"say"}' },
          { frameJson: { message: 'Bad request body', connectionId: '{connectionId}', messageId: '{messageId}' } },
        ),
        frames('no-json', { routes: ['a', '$default'], message: 'hi' }, { routeKey: '$default', framesSent: 0 }),
        frames('false', { ...lambda, routeResponse: '$default', lambdaReturns: { body: 'x' } }, { frame: 'y' }),
      ]),
    ).toEqual([
      'one-way-error passed',
      'no-body passed',
      'bad-body passed',
      'no-json passed',
      'false failed: frame: expected "y", found "x"',
    ])
  })

  it('plays events, management calls and limits', async () => {
    const calls = (id: string, given: object, expect: object) => ({ id, area: 'connections-api', given, expect })
    const none = { status: 410, errorType: 'GoneException' }
    expect(
      await outcomes([
        {
          id: 'message-event',
          area: 'lambda-event',
          given: { eventType: 'MESSAGE', message: 'hello' },
          expect: {
            eventSubset: { body: 'hello', isBase64Encoded: false, requestContext: { eventType: 'MESSAGE' } },
            absent: ['headers', 'queryStringParameters'],
          },
        },
        {
          id: 'no-code',
          area: 'lambda-event',
          given: { eventType: 'DISCONNECT' },
          expect: {
            eventSubset: {
              requestContext: {
                disconnectStatusCode: 1005,
                disconnectReason: 'Client-side close frame status not set',
              },
            },
          },
        },
        calls('closed', { op: 'POST', connection: 'closed', bytes: 5 }, none),
        calls('unknown', { op: 'GET', connection: 'unknown' }, none),
        calls('other-stage', { op: 'DELETE', connection: 'open, other stage' }, none),
        calls('unsigned', { op: 'GET', connection: 'open', unsigned: true }, { status: 403 }),
        { id: 'idle', area: 'limits', given: { routes: [], idleSeconds: 600 }, expect: { closeCode: 1001 } },
        { id: 'busy', area: 'limits', given: { routes: [], idleSeconds: 599 }, expect: { connectionStaysOpen: true } },
      ]),
    ).toEqual([
      'message-event passed',
      'no-code passed',
      'closed passed',
      'unknown passed',
      'other-stage passed',
      'unsigned passed',
      'idle passed',
      'busy passed',
    ])
  })

  it('counts what is no vector as a failure, and plays prices without a gateway', async () => {
    expect(
      await outcomes([
        { id: 'x' },
        { id: 'price', area: 'pricing', given: { messageKB: 33 }, expect: { meteredMessages: 2 } },
      ]),
    ).toEqual(['v0 failed: the file is no vector', 'price passed'])
  })

  it.skipIf(!existsSync(GIVEN))('passes every given vector that is served', async () => {
    const results = await WEBSOCKET_SUITE.play(diskFolder(GIVEN))
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })
})

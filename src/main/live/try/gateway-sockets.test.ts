import { afterEach, describe, expect, test } from 'vitest'
import type { ConnectionEvent, FrameEvent, WebSocketToken } from '@shared/contract/websocket'
import { CHAT, twoWay } from '../websocket-api/testing/web-socket-sample'
import { serveWebSocket, type ServedWebSocket } from '../websocket-api/testing/served-web-socket'

const started: ServedWebSocket[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one.close()
})

const POOL = {
  id: 'us-east-1_Chat',
  name: 'Chat users',
  clients: [{ clientId: 'chatclient', name: 'Web chat', scopes: [] }],
  users: [{ username: 'ada', sub: '6f1c1c0e-2f0b-4c58-9a53-5f6f0f3f9a01', groups: [], attributes: {} }],
}

/** A chat whose handshake needs a parameter of the query and a header. */
async function serve(parameters: readonly string[] = []): Promise<ServedWebSocket> {
  const requestParameters = Object.fromEntries(parameters.map((name) => [name, { required: true }]))
  const sample = await serveWebSocket({
    routes: { $connect: { target: 'ok', requestParameters }, $default: twoWay('echo') },
    design: { identity: { userPools: [POOL], iamUsers: [] } },
  })
  started.push(sample)
  return sample
}

const PLAIN = { apiId: CHAT, stage: 'prod', query: '', headers: [], subprotocols: [], apiKeyId: null, iamUser: null }
const token = (place: WebSocketToken['place'], header: string): WebSocketToken => ({
  userPoolId: POOL.id,
  username: 'ada',
  clientId: 'chatclient',
  use: 'id',
  scopes: [],
  state: 'valid',
  header,
  place,
})

/** Whose connection ends next, and how. */
function nextEnd({ webSockets }: ServedWebSocket['gateway']): Promise<readonly [string, number, string]> {
  return new Promise((resolve) =>
    webSockets.onConnection((event: ConnectionEvent) => {
      if (event.kind === 'closed') resolve([event.connection.connectionId, event.code, event.reason])
    }),
  )
}

describe('sockets of the window', () => {
  test('carry a token in the query or in a header', async () => {
    const { gateway } = await serve(['route.request.querystring.token'])
    const open = (asked: WebSocketToken | null) => gateway.webSockets.open({ ...PLAIN, query: 'a=1', token: asked })
    const answers = [await open(null), await open(token('HEADER', 'token')), await open(token('QUERY', 'token'))]
    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'open'])
    const other = await serve(['route.request.header.Authorization'])
    expect((await other.gateway.webSockets.open({ ...PLAIN, token: token('HEADER', 'Authorization') })).kind).toBe(
      'open',
    )
  })

  test('say that a user who is to sign in does not exist', async () => {
    const { gateway } = await serve()
    const asked = { ...token('QUERY', 'token'), username: 'nobody' }
    await expect(gateway.webSockets.open({ ...PLAIN, token: asked })).rejects.toMatchObject({
      code: 'live/cannot-send',
    })
  })

  test('post to a connection that is gone, and are answered 410 where its stage is known', async () => {
    const { gateway } = await serve()
    const place = { apiId: CHAT, stage: 'prod' }
    expect(await gateway.webSockets.push('AAAAAAAAAAAAAAA=', 'x', place)).toEqual({ status: 410, body: '' })
    await expect(gateway.webSockets.push('AAAAAAAAAAAAAAA=', 'x')).rejects.toMatchObject({ code: 'live/cannot-send' })
  })

  test('drop without a close frame: the gateway sees a client that broke off', async () => {
    const { gateway } = await serve()
    const opened = await gateway.webSockets.open(PLAIN)
    if (opened.kind !== 'open') throw new TypeError(opened.body)
    const ended = nextEnd(gateway)
    gateway.webSockets.drop(opened.socketId)
    expect(await ended).toEqual([opened.connectionId, 1006, ''])
    expect(() => gateway.webSockets.drop(opened.socketId)).toThrow('this socket is closed')
  })

  test('end the connection of another program as a backend does, and are answered 410 the second time', async () => {
    const { connect, gateway } = await serve()
    const client = await connect()
    const { connectionId } = gateway.webSockets.list()[0]!
    const target = { apiId: CHAT, stage: 'prod', connectionId }
    const ended = nextEnd(gateway)
    expect(await gateway.webSockets.disconnect(target)).toEqual({ status: 204, body: '' })
    expect([await client.closed(), await ended]).toEqual([
      { code: 1000, reason: 'Connection Closed Normally' },
      [connectionId, 1000, 'Connection Closed Normally'],
    ])
    expect(await gateway.webSockets.disconnect(target)).toEqual({ status: 410, body: '' })
  })

  test('hear which messages were pushed, and which are replies', async () => {
    const sample = await serve()
    const frames: FrameEvent[] = []
    sample.gateway.webSockets.onFrame((frame) => frames.push(frame))
    const client = await sample.connect()
    await client.ask('hi')
    const { connectionId } = sample.gateway.webSockets.list()[0]!
    await sample.gateway.webSockets.push(connectionId, 'news')
    expect(frames.map(({ direction, isPush, text }) => [direction, text, isPush])).toEqual([
      ['in', 'hi', undefined],
      ['out', 'hi', undefined],
      ['out', 'news', true],
    ])
  })
})

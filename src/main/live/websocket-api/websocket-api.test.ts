import { afterEach, describe, expect, test } from 'vitest'
import { serveSample, type ServedSample, type ServedSampleOptions } from '../testing/served-sample'
import { connectSocket, handshake, type ConnectOptions, type SocketClient } from './testing/socket-client'
import { mockReplying, twoWay, webSocketDesign, type WebSocketParts } from './testing/web-socket-sample'

const started: ServedSample[] = []
afterEach(async () => {
  for (const sample of started.splice(0)) await sample.close()
})

async function serve(parts: WebSocketParts, options: Partial<ServedSampleOptions> = {}): Promise<ServedSample> {
  const sample = await serveSample({ design: webSocketDesign(parts), ...options })
  started.push(sample)
  return sample
}

async function connected(parts: WebSocketParts, options?: ConnectOptions): Promise<SocketClient> {
  const { state } = await serve(parts)
  return connectSocket(state.apis[0]!.url, options)
}

const ERROR = (message: string) =>
  new RegExp(`^\\{"message": "${message}", "connectionId":"[A-Za-z0-9_-]{15}=", "requestId":"[A-Za-z0-9_-]{15}="\\}$`)

describe('a WebSocket API', () => {
  test('takes everybody when it has no $connect route', async () => {
    const { state } = await serve({ routes: { $default: { target: 'ok' } } })
    expect((await handshake(state.apis[0]!.url)).status).toBe(101)
  })

  test('replies on a two-way route, in the order of the messages', async () => {
    const client = await connected({ routes: { echo: twoWay('echo') } })
    const sent = Array.from({ length: 20 }, (_, at) => JSON.stringify({ action: 'echo', at }))
    for (const text of sent) client.ws.send(text)
    const got: string[] = []
    for (const _ of sent) got.push(await client.next())
    expect(got).toEqual(sent)
  })

  test('tells a client that no route takes its message, and keeps the connection', async () => {
    const client = await connected({ routes: { echo: twoWay('echo') } })
    expect(await client.ask('hi')).toMatch(ERROR('Forbidden'))
    expect(await client.ask('{"action":"echo"}')).toBe('{"action":"echo"}')
  })

  test('sends nothing on a one-way route', async () => {
    const reply = { say: mockReplying('hello') }
    const client = await connected({
      integrations: reply,
      routes: { say: { target: 'say' }, echo: twoWay('echo') },
    })
    client.ws.send('{"action":"say"}')
    expect(await client.ask('{"action":"echo"}')).toBe('{"action":"echo"}')
  })

  test('closes with 1003 after a binary message', async () => {
    const client = await connected({ routes: {} })
    client.ws.send(Buffer.from([1, 2, 3]))
    expect(await client.closed()).toEqual({ code: 1003, reason: '' })
  })

  test('closes with 1009 after a frame over 32 KB, and takes a message of 128 KB in frames of 32 KB', async () => {
    const parts = { routes: { $default: twoWay('echo') } }
    const first = await connected(parts)
    first.ws.send('{"action":"before"}')
    first.ws.send('x'.repeat(32_769))
    expect([await first.next(), await first.closed()]).toEqual(['{"action":"before"}', { code: 1009, reason: '' }])
    const second = await connected(parts)
    const part = 'x'.repeat(32_768)
    for (const fin of [false, false, false, true]) second.ws.send(part, { fin })
    expect(await second.next()).toBe(part.repeat(4))
    for (const fin of [false, false, false, false]) second.ws.send(part, { fin })
    second.ws.send('x', { fin: true })
    expect(await second.closed()).toEqual({ code: 1009, reason: '' })
  })
})

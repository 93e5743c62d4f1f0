import { beforeEach, describe, expect, test } from 'vitest'
import { Connection } from './connection'
import { SocketBridge } from './socket-bridge'

/** A socket whose other end is the test. */
class TestSocket {
  binaryType = ''
  readonly sent: string[] = []
  private readonly listeners = new Map<string, (event: { data: unknown }) => void>()
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.listeners.set(type, listener)
  }
  send(data: string): void {
    this.sent.push(data)
  }
  happens(type: 'open' | 'close' | 'message', data?: unknown): void {
    this.listeners.get(type)?.({ data })
  }
  receives(message: unknown): void {
    this.happens('message', JSON.stringify(message))
  }
}

let sockets: TestSocket[] = []
let scheduled: { work: () => void; delayMs: number }[] = []
let connection: Connection
let bridge: SocketBridge

beforeEach(() => {
  sockets = []
  scheduled = []
  connection = new Connection({ state: 'connecting' })
  bridge = new SocketBridge({
    connection,
    openSocket: () => {
      const socket = new TestSocket()
      sockets.push(socket)
      return socket
    },
    schedule: (work, delayMs) => scheduled.push({ work, delayMs }),
  })
})

const socket = () => sockets.at(-1) ?? expect.fail('nothing was connected')
const retry = () => scheduled.at(-1)?.work()

describe('calls', () => {
  test('nothing is connected before something is asked', () => {
    expect(sockets).toEqual([])
  })

  test('a call made before the connection is there waits for it', async () => {
    const answer = bridge.call('gateway.start', { port: 3000 })
    const before = [...socket().sent]
    socket().happens('open')
    socket().receives({ id: 1, result: { state: 'stopped' } })
    expect([before, socket().sent, await answer]).toEqual([
      [],
      ['{"id":1,"name":"gateway.start","args":{"port":3000}}'],
      { state: 'stopped' },
    ])
  })

  test('answers find their calls in any order', async () => {
    const answers = [bridge.call('gateway.start', { port: 1 }), bridge.call('gateway.stop', {})]
    socket().happens('open')
    socket().receives({ id: 2, result: { state: 'stopped' } })
    socket().receives({ id: 1, result: { state: 'starting' } })
    expect(await Promise.all(answers)).toEqual([{ state: 'starting' }, { state: 'stopped' }])
  })

  test('an error rejects with its code, message and details', async () => {
    const answer = bridge.call('gateway.start', { port: 80 })
    socket().happens('open')
    const error = { code: 'live/port-in-use', message: 'Port 80 is taken.', details: { port: 80 } }
    socket().receives({ id: 1, error })
    await expect(answer).rejects.toMatchObject({ name: 'GatewrightError', ...error })
  })
})

describe('events', () => {
  test('reach whoever listens until the subscription ends', () => {
    const seen: unknown[] = []
    const end = bridge.on('gateway.state', (state) => seen.push(state))
    socket().happens('open')
    socket().receives({ event: 'gateway.state', payload: { state: 'starting' } })
    end()
    socket().receives({ event: 'gateway.state', payload: { state: 'stopped' } })
    expect(seen).toEqual([{ state: 'starting' }])
  })

  test.each(['unheard.of', '__proto__', 'constructor'])('of an unknown name are ignored: %s', (event) => {
    bridge.on('gateway.state', () => expect.fail('nothing was sent'))
    expect(() => socket().receives({ event, payload: {} })).not.toThrow()
  })
})

describe('a lost connection', () => {
  test('rejects the calls in flight and new ones, and says what to do', async () => {
    const inFlight = bridge.call('app.info', {})
    socket().happens('open')
    socket().happens('close')
    const lost = { code: 'host/connection-lost', message: expect.stringContaining('run npm start again') as string }
    await expect(inFlight).rejects.toMatchObject(lost)
    await expect(bridge.call('app.info', {})).rejects.toMatchObject(lost)
    expect(connection.get()).toMatchObject({ state: 'lost' })
  })

  test('is retried with ever longer pauses, and works again once it is back', async () => {
    void bridge.call('app.info', {}).catch(() => undefined)
    for (let attempt = 0; attempt < 6; attempt++) {
      socket().happens('close')
      retry()
    }
    expect(scheduled.map(({ delayMs }) => delayMs)).toEqual([250, 500, 1000, 2000, 4000, 5000])
    socket().happens('open')
    const answer = bridge.call('gateway.stop', {})
    socket().receives({ id: 2, result: { state: 'stopped' } })
    expect([await answer, connection.get()]).toEqual([{ state: 'stopped' }, { state: 'open' }])
  })

  test('that never came about speaks of the address instead', () => {
    bridge.on('gateway.state', () => undefined)
    socket().happens('close')
    expect(connection.get()).toEqual({
      state: 'lost',
      reason:
        'This page has no access to Gatewright. Open the address that npm start printed, with everything that follows the #.',
    })
  })

  test('tells those who watch the connection', () => {
    const seen: string[] = []
    const end = connection.subscribe(() => seen.push(connection.get().state))
    bridge.on('gateway.state', () => undefined)
    socket().happens('open')
    socket().happens('close')
    end()
    retry()
    socket().happens('open')
    expect(seen).toEqual(['open', 'lost'])
  })
})

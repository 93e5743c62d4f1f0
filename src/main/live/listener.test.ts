import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { listen, listenError, type Listener } from './listener'
import { readBody } from './request/read-body'
import { exchange } from './testing/served-sample'

let listener: Listener | null = null
afterEach(async () => {
  await listener?.close()
  listener = null
})

const impatient = {
  headersTimeout: 100,
  requestTimeout: 200,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 20,
  connections: 5,
}

async function serve(): Promise<number> {
  const handler: Parameters<typeof listen>[2] = async (request, response) => {
    const reading = await readBody(request)
    if (reading.kind === 'read' && reading.body.length > 0) response.setHeader('X-Body', reading.body.toString())
    response.end(reading.kind)
  }
  listener = await listen('127.0.0.1', 0, handler, { limits: impatient })
  return listener.port
}

/** Everything that comes back for these bytes until the other side closes. */
function received(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let all = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (all += String(data)))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(all))
  })
}

describe('a client that takes its time', () => {
  test.each([
    ['sends nothing', ''],
    ['never ends its head', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['never ends its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n123'],
    ['never ends its chunks', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n123\r\n'],
  ])('because it %s is let go, and others are answered meanwhile', async (_how, text) => {
    const port = await serve()
    const slow = received(port, text)
    expect((await exchange(port, '/')).text).toBe('read')
    expect(await slow).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  })
})

test('a port that the account may not use is named, with what to do', () => {
  const error = listenError(Object.assign(new Error('listen EACCES'), { code: 'EACCES' }), '127.0.0.1', 80)
  expect(error).toMatchObject({
    code: 'live/no-permission-for-port',
    message: 'This account may not listen on port 80 of 127.0.0.1. Choose a port from 1024 on.',
    details: { port: 80 },
  })
})

test('a body that breaks off answers nobody', async () => {
  const port = await serve()
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n123', () => socket.destroy())
  })
  await new Promise((closed) => socket.on('close', closed))
  expect((await exchange(port, '/')).text).toBe('read')
})

test('who asks for a protocol that nobody speaks is answered as if it had not, body and next request included', async () => {
  const port = await serve()
  const upgrade = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n'
  const first = `POST / HTTP/1.1\r\nHost: a\r\n${upgrade}Content-Length: 5\r\n\r\nfirst`
  const second = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 6\r\n\r\nsecond'
  const answers = await received(port, first + second)
  expect(answers.match(/^X-Body: .*$/gm)).toEqual(['X-Body: first', 'X-Body: second'])
})

test('a connection too many is told so, and the next one has a place again', async () => {
  const port = await serve()
  const others = await Promise.all(Array.from({ length: impatient.connections }, () => connected(port)))
  expect(await received(port, '')).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/)
  for (const socket of others) socket.destroy()
  await expect.poll(async () => (await exchange(port, '/')).status).toBe(200)
})

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
  })
}

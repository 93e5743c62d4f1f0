import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { connect } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { readClientHello } from './client-hello'

/** What Node sends when it opens a connection to a host of that name; "" sends none. */
async function helloFor(servername: string): Promise<Buffer> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', servername })
  client.on('error', () => undefined)
  const [socket] = (await once(server, 'connection')) as [Socket]
  const [bytes] = (await once(socket, 'data')) as [Buffer]
  client.destroy()
  socket.destroy()
  server.close()
  return bytes
}

describe('a client hello', () => {
  test('tells the host, in lower case, once all of it is there', async () => {
    const hello = await helloFor('API.Example.com')
    const parts = [0, 4, 5, 9, 60, hello.length - 1].map((length) => readClientHello(hello.subarray(0, length)).kind)
    expect([readClientHello(hello), ...parts]).toEqual([
      { kind: 'known', serverName: 'api.example.com' },
      ...parts.map(() => 'more'),
    ])
  })

  test('tells it also when it comes in several records', async () => {
    const hello = await helloFor('api.example.com')
    const message = hello.subarray(5)
    const record = (part: Buffer): Buffer =>
      Buffer.concat([Buffer.of(22, 3, 1, part.length >> 8, part.length & 0xff), part])
    const split = Buffer.concat([
      record(message.subarray(0, 3)),
      record(message.subarray(3, 100)),
      record(message.subarray(100)),
    ])
    expect(readClientHello(split)).toEqual({ kind: 'known', serverName: 'api.example.com' })
  })

  test('may name nobody', async () => {
    expect(readClientHello(await helloFor(''))).toEqual({ kind: 'known', serverName: null })
  })

  test.each([
    ['a request without TLS', Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n')],
    ['a record of nothing', Buffer.of(22, 3, 1, 0, 0)],
    ['another message', Buffer.of(22, 3, 1, 0, 4, 2, 0, 0, 0)],
    ['a hello that is cut off inside', Buffer.of(22, 3, 1, 0, 8, 1, 0, 0, 4, 3, 3, 0, 0)],
    ['a hello that never ends', Buffer.concat(Array(9_000).fill(Buffer.of(22, 3, 1, 0, 4, 1, 255, 255, 255)))],
  ])('leaves %s to who speaks TLS', (_, bytes) => {
    expect(readClientHello(bytes)).toEqual({ kind: 'known', serverName: null })
  })
})

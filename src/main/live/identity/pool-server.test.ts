import { afterEach, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { listen, type Listener } from '../listener'
import { createLocalIdentityProvider } from './local-identity-provider'
import { memoryKeyStore } from './pool-key-store'
import { PoolServer } from './pool-server'

const withPool: Design = {
  ...emptyDesign('shop'),
  identity: { userPools: [{ id: 'us-east-1_Pool00001', name: 'Shop', clients: [], users: [] }], iamUsers: [] },
}

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

function newServer(): { server: PoolServer; lines: string[] } {
  const lines: string[] = []
  const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
  const server = new PoolServer({ provider, log: (line) => lines.push(line) })
  open.push(server)
  return { server, lines }
}

/** Something on a port with a free one beside it. */
async function neighbour(): Promise<Listener> {
  for (;;) {
    const found = await listen('127.0.0.1', 0, () => Promise.resolve())
    open.push(found)
    const beside = await listen('127.0.0.1', found.port + 1, () => Promise.resolve()).catch(() => null)
    await beside?.close()
    if (beside !== null) return found
  }
}

test('nothing listens before a design has a pool', async () => {
  const { server } = newServer()
  await server.publish(emptyDesign('shop'), 3000, true)
  expect([server.openPorts(), server.served()]).toEqual([[], []])
  await server.publish(withPool, 3000, true)
  const [port] = server.openPorts()
  expect(server.served()).toEqual([
    {
      id: 'us-east-1_Pool00001',
      name: 'Shop',
      issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool00001',
      url: `http://127.0.0.1:${port}/us-east-1_Pool00001`,
    },
  ])
})

test('it is the port beside the gateway, or any where that is taken', async () => {
  const gateway = await neighbour()
  const [first, second] = [newServer().server, newServer().server]
  await first.publish(withPool, gateway.port, false)
  await second.publish(withPool, gateway.port, false)
  expect(first.openPorts()).toEqual([gateway.port + 1])
  expect(second.openPorts()).not.toEqual([gateway.port + 1])
  expect(second.served()).toHaveLength(1)
})

test('a changed design is published on the same port, and nothing is once it is closed', async () => {
  const { server, lines } = newServer()
  await server.publish(withPool, 3000, true)
  const before = server.openPorts()
  await server.publish(emptyDesign('shop'), 3000, true)
  expect([server.openPorts(), server.served()]).toEqual([before, []])
  await server.close()
  expect([server.openPorts(), server.served(), lines]).toEqual([[], [], []])
})

test('designs that come one upon the other share a port, and closing waits for it', async () => {
  const { server } = newServer()
  const publishing = [server.publish(withPool, 3000, true), server.publish(withPool, 3000, true)]
  await server.close()
  await Promise.all(publishing)
  expect(server.openPorts()).toEqual([])
})

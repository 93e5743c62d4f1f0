import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { InProcessWorker, MemoryHost } from './memory-host.fixture'

describe('the ws area', () => {
  it('hands calls of the window to the gateway', async () => {
    const { call, gateway } = new MemoryHost(() => new InProcessWorker())
    const request = { query: '', headers: [], subprotocols: [], apiKeyId: null, iamUser: null }
    const opened = await call['ws.open']({ apiId: 'a1', stage: 'prod', ...request })
    await call['ws.send']({ socketId: 's1', text: 'hi' })
    await call['ws.close']({ socketId: 's1', code: 1000, reason: 'done' })
    await call['ws.close']({ socketId: 's2', isAbrupt: true })
    const pushed = await call['ws.push']({ connectionId: 'c1=', text: 'news' })
    const ended = await call['ws.disconnect']({ connectionId: 'c2=', apiId: 'a1', stage: 'prod' })
    expect([
      opened.kind,
      pushed,
      ended,
      await call['ws.connections']({}),
      await call['ws.fastForward']({ seconds: 600 }),
    ]).toEqual(['open', { status: 200, body: '' }, { status: 204, body: '' }, { connections: [] }, { closed: 2 }])
    expect(gateway.webSockets.story).toEqual([
      'open a1/prod',
      'send hi on s1',
      'close s1 with 1000 done',
      'drop s2',
      'push news to c1=',
      'disconnect c2= of a1/prod',
      'pass 600 s',
    ])
  })

  it('says which route of the design a message selects, and what for', async () => {
    const { call } = new MemoryHost(() => new InProcessWorker())
    const api: WebSocketApi = {
      protocolType: 'WEBSOCKET',
      id: 'chat',
      name: 'Chat',
      routeSelectionExpression: '$request.body.action',
      routes: { $connect: {}, join: {} },
      integrations: {},
      authorizers: {},
      stages: { prod: {} },
    }
    await call['project.create']({ design: { ...emptyDesign('chat'), apis: [api] } })
    const routeOf = (text: string) => call['ws.routeOf']({ apiId: 'chat', stage: 'prod', text })
    expect([await routeOf('{"action":"join"}'), await routeOf('{"action":"jion"}'), await routeOf('hi')]).toEqual([
      { routeKey: 'join', selected: 'join' },
      { routeKey: null, selected: 'jion' },
      { routeKey: null, selected: '' },
    ])
    const unknown = call['ws.routeOf']({ apiId: 'gone', stage: 'prod', text: '' })
    await expect(unknown).rejects.toMatchObject({ code: 'live/cannot-send' })
  })

  it('tells the window of connections and frames', () => {
    const { events, gateway } = new MemoryHost(() => new InProcessWorker())
    const refused = {
      kind: 'refused',
      at: 1,
      apiName: 'Chat',
      stage: 'prod',
      sourceIp: '127.0.0.1',
      status: 403,
      body: '',
    } as const
    gateway.webSockets.connection(refused)
    expect(events).toEqual([{ name: 'gateway.connection', payload: refused }])
  })
})

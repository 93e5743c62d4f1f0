import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../diagnostic'
import { newHttpApi } from '../new-http-api'
import { newWebSocketApi } from '../new-websocket-api'
import { orderDesign } from '../order-design.fixture'
import type { Scenario } from '../scenario'
import { checkScenario } from './check-scenario'

const chat = { ...newWebSocketApi('Chat'), id: 'chatapi001', routes: { $connect: {}, $disconnect: {}, send: {} } }
const fast = { ...newHttpApi('Fast'), id: 'fastapi001' }
const design = { ...orderDesign(), apis: [...orderDesign().apis, chat, fast] }

const people = { name: 'people', shape: { type: 'POISSON', ratePerSecond: 2 } } as const
const talk: Scenario = {
  name: 'talk',
  apiId: 'chatapi001',
  stage: 'prod',
  durationInSeconds: 60,
  seed: 1,
  sources: [],
  connections: [{ ...people, messages: { ratePerSecond: 1, routes: { send: 1 } } }],
  webSocket: {
    rooms: { count: 3, distribution: 'UNIFORM' },
    answers: { send: { broadcast: 'ROOM' } },
    pushes: [{ name: 'news', shape: { type: 'CONSTANT', ratePerSecond: 1 }, to: 'ALL' }],
  },
}

/** "code /pointer", of everything that is said about the scenario with these members. */
function saidOf(change: Partial<Scenario>): string[] {
  return checkScenario({ ...talk, ...change }, design).map(({ code, pointer }: Diagnostic) => `${code} ${pointer}`)
}

const withPeople = (more: object) => saidOf({ connections: [{ ...people, ...more }] })
const withModel = (webSocket: object) => saidOf({ webSocket })

describe('checks of scenarios of WebSocket APIs', () => {
  test('find nothing wrong with a good one', () => {
    expect(saidOf({})).toEqual([])
  })

  test('warn of a reply on a route that has none', () => {
    expect(withModel({ answers: { send: { reply: true } } })).toEqual([
      'scenario/connections-invalid /webSocket/answers/send/reply',
    ])
  })

  test('ask for connections in place of sources', () => {
    expect(saidOf({ connections: [] })).toEqual(['scenario/connections-empty /connections'])
    const source = { name: 'callers', shape: people.shape, routes: { send: 1 } }
    expect(saidOf({ sources: [source] })).toEqual(['scenario/kind-mismatch /sources'])
  })

  test('refuse connections, what is sent to them, and figures of them for the other types of API', () => {
    const [rush] = orderDesign().scenarios
    const checks = [{ metric: 'gonePosts', operator: '==', value: 0 } as const]
    const wrong: Scenario = { ...rush!, events: [], connections: [people], webSocket: {}, checks }
    expect(checkScenario(wrong, design).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'scenario/kind-mismatch /connections',
      'scenario/kind-mismatch /webSocket',
      'scenario/check-invalid /checks/0/metric',
    ])
  })

  test('take scenarios of HTTP APIs as those of REST APIs', () => {
    const [routeKey] = Object.keys(fast.routes)
    const source = { name: 'callers', shape: people.shape, routes: { [routeKey ?? 'GET /none']: 1 } }
    const { connections: _, webSocket: __, ...plain } = talk
    const [stage] = Object.keys(fast.stages)
    const said = checkScenario({ ...plain, apiId: 'fastapi001', stage: stage!, sources: [source] }, design)
    expect(said.map(({ code }) => code)).toEqual(routeKey === undefined ? ['scenario/route-unknown'] : [])
  })

  test.each<[string, object, string]>([
    ['a log', { shape: { type: 'REPLAY', file: 'a.log' } }, 'scenario/connections-invalid /connections/0/shape/type'],
    ['half a room', { joins: 0.5 }, 'scenario/connections-invalid /connections/0/joins'],
    [
      'pings without a pause',
      { pingsEverySeconds: 0 },
      'scenario/connections-invalid /connections/0/pingsEverySeconds',
    ],
    ['a share above 1', { leavesSilently: 1.5 }, 'scenario/share-invalid /connections/0/leavesSilently'],
    [
      'a stay of less than nothing',
      { stay: { distribution: 'CONSTANT', valueMs: -1 } },
      'scenario/latency-invalid /connections/0/stay/valueMs',
    ],
    [
      'a key that is not there',
      { apiKeys: { names: ['nobody'], distribution: 'UNIFORM' } },
      'scenario/api-key-unknown /connections/0/apiKeys/names/0',
    ],
    [
      'a message to $connect',
      { messages: { ratePerSecond: 1, routes: { $connect: 1 } } },
      'scenario/connections-invalid /connections/0/messages/routes/$connect',
    ],
    [
      'a message to nowhere',
      { messages: { ratePerSecond: 1, routes: { shout: 1 } } },
      'scenario/route-unknown /connections/0/messages/routes/shout',
    ],
    [
      'a message to no route',
      { messages: { ratePerSecond: 1, routes: {} } },
      'scenario/source-without-routes /connections/0/messages/routes',
    ],
    [
      'a message of 1 MB',
      { messages: { ratePerSecond: 1, routes: { send: 1 }, bytes: 1_048_576 } },
      'scenario/connections-invalid /connections/0/messages/bytes',
    ],
    ['no name', { name: ' ' }, 'scenario/name-empty /connections/0/name'],
  ])('refuse %s of connections', (_, more, said) => {
    expect(withPeople(more)).toEqual([said])
  })

  test.each<[string, object, string]>([
    ['no room', { rooms: { count: 0, distribution: 'UNIFORM' } }, 'scenario/popularity-invalid /webSocket/rooms/count'],
    [
      'a billion rooms',
      { rooms: { count: 1e9, distribution: 'UNIFORM' } },
      'scenario/connections-invalid /webSocket/rooms/count',
    ],
    [
      'an answer of nothing',
      { answers: { shout: { reply: true } } },
      'scenario/route-unknown /webSocket/answers/shout',
    ],
    [
      'an answer of 1 MB',
      { answers: { send: { bytes: 1e6 } } },
      'scenario/connections-invalid /webSocket/answers/send/bytes',
    ],
    [
      'a push with users',
      {
        pushes: [
          {
            name: 'x',
            shape: { type: 'CLOSED_LOOP', users: 1, thinkTime: { distribution: 'CONSTANT', valueMs: 9 } },
            to: 'ALL',
          },
        ],
      },
      'scenario/connections-invalid /webSocket/pushes/0/shape/type',
    ],
    ['no call at a time', { parallelPosts: 0 }, 'scenario/connections-invalid /webSocket/parallelPosts'],
    ['a share below 0', { lostDisconnects: -1 }, 'scenario/share-invalid /webSocket/lostDisconnects'],
  ])('refuse %s of what is sent', (_, model, said) => {
    expect(withModel(model)).toEqual([said])
  })
})

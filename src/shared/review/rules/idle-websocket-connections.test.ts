import { expect, it } from 'vitest'
import type { Scenario } from '../../design/scenario'
import type { ConnectionSource } from '../../design/web-socket-scenario'
import { designWith, found, webSocketApi } from '../review.fixture'
import { idleWebsocketConnections as RULE } from './idle-websocket-connections'

const WHOLE = { $connect: {}, $disconnect: {}, say: {} }

it('finds APIs that do not hear who leaves', () => {
  expect(found(RULE, designWith(webSocketApi({ $connect: {}, say: {} })))).toEqual(['warning /apis/0/routes'])
  const deaf = webSocketApi(WHOLE)
  const { target: _, ...silent } = deaf.routes['$disconnect']!
  expect(found(RULE, designWith({ ...deaf, routes: { ...deaf.routes, $disconnect: silent } }))).toEqual([
    'warning /apis/0/routes',
  ])
  expect(found(RULE, designWith(webSocketApi(WHOLE)))).toEqual([])
})

it('mentions clients that keep connections open for nothing', () => {
  const api = webSocketApi(WHOLE)
  const play = (more: Partial<ConnectionSource>): string[] => {
    const source: ConnectionSource = { name: 'c', shape: { type: 'CONSTANT', ratePerSecond: 1 }, ...more }
    const scenario: Scenario = {
      name: 's',
      apiId: api.id,
      stage: 'prod',
      durationInSeconds: 1,
      seed: 1,
      sources: [],
      connections: [source],
    }
    return found(RULE, designWith(api, { scenarios: [scenario] }))
  }
  const stay = { distribution: 'CONSTANT', valueMs: 1000 } as const
  expect(play({ pingsEverySeconds: 60 })).toEqual(['info /scenarios/0/connections/0/pingsEverySeconds'])
  expect([
    play({}),
    play({ pingsEverySeconds: 600 }),
    play({ pingsEverySeconds: 60, messages: { ratePerSecond: 0.1, routes: { say: 1 } } }),
    play({ pingsEverySeconds: 60, stay }),
  ]).toEqual([[], [], [], []])
})

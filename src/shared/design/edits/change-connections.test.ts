import { expect, test } from 'vitest'
import type { Scenario } from '../scenario'
import { moveScenarioKey, moveScenarioRoute } from './change-scenarios'

const talk: Scenario = {
  name: 'talk',
  apiId: 'chatapi001',
  stage: 'prod',
  durationInSeconds: 60,
  seed: 1,
  sources: [],
  connections: [
    {
      name: 'people',
      shape: { type: 'POISSON', ratePerSecond: 2 },
      messages: { ratePerSecond: 1, routes: { send: 3, type: 1 } },
      apiKeys: { names: ['web', 'app'], distribution: 'ZIPF' },
    },
  ],
  webSocket: { answers: { send: { broadcast: 'ROOM' } } },
}

test('a renamed route keeps its messages and what follows them', () => {
  const { connections, webSocket } = moveScenarioRoute(talk, 'send', 'say')
  expect([connections![0]!.messages!.routes, webSocket!.answers]).toEqual([
    { say: 3, type: 1 },
    { say: { broadcast: 'ROOM' } },
  ])
})

test('a route that is gone takes its messages along', () => {
  const { connections, webSocket } = moveScenarioRoute(talk, 'send', null)
  expect([connections![0]!.messages!.routes, webSocket!.answers]).toEqual([{ type: 1 }, {}])
})

test('a renamed API key is carried under its new name', () => {
  expect(moveScenarioKey(talk, 'web', 'site').connections![0]!.apiKeys!.names).toEqual(['site', 'app'])
})

import { describe, expect, test } from 'vitest'
import type { ScenarioEvent } from '../scenario'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const EVENT = '/scenarios/0/events/0'
const LIMIT = { type: 'SET_LIMIT', at: 30, rateLimit: 10, burstLimit: 5 } as const

function happening(event: object): BrokenDesign['set'] {
  return { '/scenarios/0/events': [event] }
}

const CASES: readonly BrokenDesign[] = [
  {
    name: 'an event before the run',
    set: happening({ type: 'FLUSH_CACHE', at: -1 }),
    code: 'scenario/range-invalid',
    pointer: `${EVENT}/at`,
    message: 'Scenario rush hour, event 1 (FLUSH_CACHE): at is -1. Give a number of seconds, 0 or more.',
  },
  {
    name: 'an event after the run',
    set: happening({ type: 'DEPLOY', at: 60 }),
    code: 'scenario/event-invalid',
    severity: 'warning',
    pointer: `${EVENT}/at`,
    message:
      'Scenario rush hour, event 1 (DEPLOY) is at 60 s, when the run is over: it never happens. Give an earlier time.',
  },
  {
    name: 'a limit of a method without its route',
    set: happening({ ...LIMIT, level: 'method' }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/route`,
    message: 'Scenario rush hour, event 1 (SET_LIMIT): a limit of level method is found by its route. Give it.',
  },
  {
    name: 'a limit of a plan’s method without the plan',
    set: happening({ ...LIMIT, level: 'planMethod', route: 'POST /orders' }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/usagePlanId`,
    message:
      'Scenario rush hour, event 1 (SET_LIMIT): a limit of level planMethod is found by its usagePlanId. Give it.',
  },
  {
    name: 'a limit of the stage with a route',
    set: happening({ ...LIMIT, level: 'stage', route: 'POST /orders' }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/route`,
    message:
      'Scenario rush hour, event 1 (SET_LIMIT): a limit of level stage has no route. Leave it out, or choose another level.',
  },
  {
    name: 'a limit of a plan that does not exist',
    set: happening({ ...LIMIT, level: 'plan', usagePlanId: 'gone' }),
    code: 'scenario/plan-unknown',
    pointer: `${EVENT}/usagePlanId`,
    message: 'Scenario rush hour, event 1 (SET_LIMIT): usage plan gone does not exist. Choose another.',
  },
  {
    name: 'a limit of a route that does not exist',
    set: happening({ ...LIMIT, level: 'method', route: '*' }),
    code: 'scenario/route-unknown',
    pointer: `${EVENT}/route`,
    message: 'Scenario rush hour, event 1 (SET_LIMIT): route * does not exist. Choose another.',
  },
  {
    name: 'a limit below nothing',
    set: happening({ ...LIMIT, level: 'account', rateLimit: -1 }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/rateLimit`,
    message:
      'Scenario rush hour, event 1 (SET_LIMIT): rateLimit is -1. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'a burst of half a request',
    set: happening({ ...LIMIT, level: 'account', burstLimit: 0.5 }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/burstLimit`,
    message: 'Scenario rush hour, event 1 (SET_LIMIT): burstLimit is 0.5. Give a whole number of requests, 0 or more.',
  },
  {
    name: 'a limit that a plan does not have',
    set: happening({ ...LIMIT, level: 'planMethod', route: 'GET /orders', usagePlanId: 'plan01' }),
    code: 'scenario/event-invalid',
    severity: 'warning',
    pointer: `${EVENT}/level`,
    message:
      'Scenario rush hour, event 1 (SET_LIMIT): there is no such limit at this stage, so nothing changes. Set one in the design first.',
  },
  {
    name: 'a limit of a stage that has none',
    set: {
      '/apis/0/stages/prod/methodSettings': { '/orders/POST': { throttlingRateLimit: 100 } },
      ...happening({ ...LIMIT, level: 'stage' }),
    },
    code: 'scenario/event-invalid',
    severity: 'warning',
    pointer: `${EVENT}/level`,
    message:
      'Scenario rush hour, event 1 (SET_LIMIT): there is no such limit at this stage, so nothing changes. Set one in the design first.',
  },
  {
    name: 'a revocation of nobody',
    set: happening({ type: 'REVOKE', at: 1, source: 'gone', share: 0.5 }),
    code: 'scenario/source-unknown',
    pointer: `${EVENT}/source`,
    message: 'Scenario rush hour, event 1 (REVOKE): traffic source gone does not exist. Choose another.',
  },
  {
    name: 'a revocation of more than all',
    set: happening({ type: 'REVOKE', at: 1, source: 'shoppers', share: 2 }),
    code: 'scenario/share-invalid',
    pointer: `${EVENT}/share`,
    message: 'Scenario rush hour, event 1 (REVOKE): share is 2. Give a share from 0 to 1.',
  },
  {
    name: 'new data of no route',
    set: happening({ type: 'CHANGE_DATA', at: 1, route: 'PUT /orders' }),
    code: 'scenario/route-unknown',
    pointer: `${EVENT}/route`,
    message:
      'Scenario rush hour, event 1 (CHANGE_DATA): route PUT /orders does not exist. Choose another, or * for all.',
  },
  {
    name: 'a change that changes nothing',
    set: happening({ type: 'CHANGE_BACKEND', at: 1, route: '*' }),
    code: 'scenario/event-invalid',
    pointer: EVENT,
    message: 'Scenario rush hour, event 1 (CHANGE_BACKEND) changes nothing. Give it a latencyFactor or an errorRate.',
  },
  {
    name: 'a backend that answers before it is asked',
    set: happening({ type: 'CHANGE_BACKEND', at: 1, route: '*', latencyFactor: -2 }),
    code: 'scenario/event-invalid',
    pointer: `${EVENT}/latencyFactor`,
    message:
      'Scenario rush hour, event 1 (CHANGE_BACKEND): latencyFactor is -2. Give 0 or more, as in 2 for twice as long.',
  },
]

describe('checks of events', () => {
  test.each(CASES)('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('say nothing about the routes of an API that does not exist', () => {
    const set = { ...happening({ ...LIMIT, level: 'method', route: 'GET /gone' }), '/scenarios/0/apiId': 'gone' }
    expect(checkDesign(changedDesign(set)).map(({ pointer }) => pointer)).toEqual(['/scenarios/0/apiId'])
  })

  test('take one of each', () => {
    const events: ScenarioEvent[] = [
      { ...LIMIT, level: 'planMethod', route: 'POST /orders', usagePlanId: 'plan01' },
      { ...LIMIT, level: 'plan', usagePlanId: 'plan01' },
      { ...LIMIT, level: 'method', route: 'POST /orders' },
      { ...LIMIT, level: 'stage' },
      { ...LIMIT, level: 'account' },
      { type: 'FLUSH_CACHE', at: 0 },
      { type: 'FLUSH_AUTHORIZER_CACHE', at: 59.9 },
      { type: 'DEPLOY', at: 1 },
      { type: 'REVOKE', at: 1, source: 'shoppers', share: 0.2 },
      { type: 'CHANGE_DATA', at: 1, route: '*' },
      { type: 'CHANGE_BACKEND', at: 1, route: 'POST /orders', latencyFactor: 3, errorRate: 0 },
    ]
    expect(checkDesign(changedDesign({ '/scenarios/0/events': events }))).toEqual([])
  })
})

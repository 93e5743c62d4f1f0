import { describe, expect, it } from 'vitest'
import type { ScenarioEvent } from '@shared/design/scenario'
import { EVENT_OPTIONS, eventsInOrder, newEvent, type EventTargets } from './event-catalog'
import { atLevel } from './event-fields'
import { eventWords } from './event-words'

const plans = [{ id: 'plan01', name: 'Premium' }]
const targets: EventTargets = { routeKeys: ['POST /orders'], sources: ['Web shop'], plans }

describe('the timeline', () => {
  it('says what happens', () => {
    const limit = { type: 'SET_LIMIT', at: 1, rateLimit: 100, burstLimit: 50 } as const
    const events: ScenarioEvent[] = [
      { ...limit, level: 'method', route: 'POST /orders' },
      { ...limit, level: 'plan', usagePlanId: 'plan01' },
      { ...limit, level: 'planMethod', usagePlanId: 'gone', route: 'POST /orders' },
      { type: 'REVOKE', at: 2, source: 'Web shop', share: 0.1 },
      { type: 'CHANGE_DATA', at: 3, route: '*' },
      { type: 'CHANGE_BACKEND', at: 4, route: 'POST /orders', latencyFactor: 5, errorRate: 0.2 },
      { type: 'CHANGE_BACKEND', at: 4, route: '*' },
    ]
    expect(events.map((event) => eventWords(event, plans))).toEqual([
      'Limit of POST /orders: 100/s, burst 50',
      'Limit of Premium: 100/s, burst 50',
      'Limit of POST /orders of gone: 100/s, burst 50',
      '10 % of Web shop revoked',
      'Data of every route changed',
      'Backend of POST /orders: 5 times as long, 20 % errors',
      'Backend of every route: as before',
    ])
  })
  it('has words for every type of event, as it begins', () => {
    const events = EVENT_OPTIONS.map(({ value }) => newEvent(value, 30, targets))
    expect(events.map(({ type }) => type)).toEqual(EVENT_OPTIONS.map(({ value }) => value))
    expect(events.every((event) => eventWords(event, plans).length > 0 && event.at === 30)).toBe(true)
  })
  it('is in the order of time, those at one time as they stand', () => {
    const events = [
      newEvent('DEPLOY', 20, targets),
      newEvent('FLUSH_CACHE', 5, targets),
      newEvent('REVOKE', 5, targets),
    ]
    expect(eventsInOrder(events).map(({ index, event }) => [index, event.type])).toEqual([
      [1, 'FLUSH_CACHE'],
      [2, 'REVOKE'],
      [0, 'DEPLOY'],
    ])
  })
})

it('gives a limit the members of its level and takes away the others', () => {
  const limit = { type: 'SET_LIMIT', at: 1, level: 'method', route: 'GET /a', rateLimit: 1, burstLimit: 2 } as const
  expect(atLevel(limit, 'plan', targets)).toEqual({
    type: 'SET_LIMIT',
    at: 1,
    level: 'plan',
    usagePlanId: 'plan01',
    rateLimit: 1,
    burstLimit: 2,
  })
  expect(atLevel(atLevel(limit, 'account', targets), 'planMethod', targets)).toMatchObject({
    level: 'planMethod',
    route: 'POST /orders',
    usagePlanId: 'plan01',
  })
})

import { describe, expect, it } from 'vitest'
import { OBSERVABILITY_SUITE } from '../observability'
import { REST_SUITE } from '../rest'
import { playPricing } from './play-pricing'

const play = (given: object, expected: object): unknown[] => {
  const { outcome, message } = playPricing({ id: 'x', given: { region: 'us-east-1', ...given }, expect: expected })
  return message === undefined ? [outcome] : [outcome, message]
}
const PASSED = ['passed']

describe('playPricing', () => {
  it('plays requests of HTTP APIs', () => {
    const given = { requests: 400_000_000, avgKB: 512 }
    const lines = [
      { tier: 'first', charge: 300 },
      { tier: 'then', charge: 90 },
    ]
    expect(play(given, { meteredRequests: 400_000_000, charge: 390, lines })).toEqual(PASSED)
    expect(play({ ...given, avgKB: 512.5 }, { meteredRequests: 800_000_000 })).toEqual(PASSED)
    expect(play(given, { charge: 400 })).toEqual(['failed', 'charge: expected 400, found 390'])
    expect(play(given, { lines: [{ charge: 300 }, { charge: 100 }] })).toEqual([
      'failed',
      'lines.1: expected 100, found 90',
    ])
  })

  it('plays messages and connection minutes of WebSocket APIs', () => {
    const given = { messages: 2_000_000_000, avgKB: 1, connectionMinutes: 4_000_000 }
    expect(play(given, { charge: 1801, lines: [{ charge: 1000 }, { charge: 800 }, { charge: 1 }] })).toEqual(PASSED)
    expect(play({ messageKB: 65 }, { meteredMessages: 3 })).toEqual(PASSED)
    expect(play({ messageKB: 64 }, { meteredMessages: 3 })).toEqual(['failed', 'meteredMessages: expected 3, found 2'])
  })

  it('plays hours of caches', () => {
    expect(play({ cacheGB: '6.1', hours: 10 }, { charge: 2 })).toEqual(PASSED)
    expect(play({ cacheGB: '7', hours: 10 }, { charge: 2 })).toEqual([
      'skipped',
      '{"cacheGB":"7","hours":10} is not understood',
    ])
  })

  it('skips what it does not understand', () => {
    expect([
      play({ parrots: 5 }, { charge: 1 }),
      play({ requests: 5, region: 'mars-1' }, { charge: 1 }),
      play({ requests: 5 }, { weather: 1 }),
      play({ requests: 5 }, {}),
      play({ requests: 'many' }, { charge: 1 }),
      play({}, { charge: 1 }),
    ]).toEqual([
      ['skipped', 'prices of "parrots" cannot be played yet'],
      ['skipped', 'there are no prices of mars-1'],
      ['skipped', 'the expectation "weather" cannot be judged'],
      ['skipped', 'nothing is expected'],
      ['skipped', '{"requests":"many"} is not understood'],
      ['skipped', 'prices of "" cannot be played yet'],
    ])
  })
})

it('the observability suite plays prices and skips the rest, but counts it', () => {
  const files: Record<string, unknown> = {
    'a.json': { id: 'price', area: 'pricing', given: { cacheGB: '0.5', hours: 1 }, expect: { charge: 0.02 } },
    'b.json': { id: 'alarm', area: 'alarm', given: {}, expect: {} },
    'c.json': {},
  }
  const folder = { files: [...Object.keys(files), 'README.md'], text: () => '', json: (file: string) => files[file] }
  expect(OBSERVABILITY_SUITE.play(folder)).toEqual([
    { id: 'price', outcome: 'passed' },
    { id: 'alarm', outcome: 'skipped', message: 'the area "alarm" cannot be played yet' },
    { id: 'c', outcome: 'skipped', message: 'the area "undefined" cannot be played yet' },
  ])
})

it('the rest suite plays requests and caches together', () => {
  const cases = [
    { id: 'both', requestsMillions: 1000, cacheGb: 0.5, hours: 730, expect: { usd: 3047.7 } },
    { id: 'wrong', requestsMillions: 1, expect: { usd: 3.4 } },
    { id: 'odd', requestsMillions: 1, lambdas: 1, expect: { usd: 3.5 } },
    { id: 'none', cacheGb: 3, hours: 1, expect: { usd: 1 } },
  ]
  const folder = { files: ['p.json'], text: () => '', json: () => ({ kind: 'pricing', cases }) }
  expect(REST_SUITE.play(folder)).toEqual([
    { id: 'both', outcome: 'passed' },
    { id: 'wrong', outcome: 'failed', message: 'usd: expected 3.4, found 3.5' },
    { id: 'odd', outcome: 'skipped', message: '"lambdas" cannot be priced' },
    { id: 'none', outcome: 'skipped', message: 'there is nothing to price' },
  ])
})

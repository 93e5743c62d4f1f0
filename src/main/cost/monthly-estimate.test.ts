import { describe, expect, it } from 'vitest'
import type { BilledSettings } from './billed-settings'
import { monthlyEstimate } from './monthly-estimate'
import type { MonthlyVolumes } from './monthly-volumes'
import { NO_VOLUMES } from './typed-volumes'

const REST: BilledSettings = {
  protocolType: 'REST',
  isPrivate: false,
  cacheGb: null,
  webAcl: null,
  accessLogFormat: null,
  hasExecutionLogs: false,
}
const HTTP: BilledSettings = { ...REST, protocolType: 'HTTP' }
const WEBSOCKET: BilledSettings = { ...REST, protocolType: 'WEBSOCKET' }

function estimate(settings: BilledSettings, volumes: Partial<MonthlyVolumes>) {
  return monthlyEstimate('us-east-1', settings, { ...NO_VOLUMES, ...volumes })
}

/** Id and dollars of each line, and the total. */
function lines(settings: BilledSettings, volumes: Partial<MonthlyVolumes>) {
  const { lines: all, total } = estimate(settings, volumes)
  return [...all.map(({ id, usd }) => [id, usd] as const), ['total', total] as const]
}

describe('the worked examples of the guides', () => {
  it('ten million requests a month cost $35 as a REST API and $10 as an HTTP API, to the cent', () => {
    expect(lines(REST, { requests: 10_000_000 })).toEqual([
      ['requests', 35],
      ['total', 35],
    ])
    expect(lines(HTTP, { requests: 10_000_000 })).toEqual([
      ['requests', 10],
      ['total', 10],
    ])
  })

  it('a million WebSocket messages cost $1, a million connection minutes $0.25', () => {
    expect(lines(WEBSOCKET, { requests: 1_000_000, connectionMinutes: 1_000_000 })).toEqual([
      ['messages', 1],
      ['connection-minutes', 0.25],
      ['total', 1.25],
    ])
  })

  it('an idle connection costs money: one for 30 days $0.0108', () => {
    expect(lines(WEBSOCKET, { connectionMinutes: 43_200 }).at(-1)).toEqual(['total', 0.0108])
  })

  it('a cache is paid for by its size, with traffic or without', () => {
    expect(lines({ ...REST, cacheGb: '0.5' }, {})).toEqual([
      ['requests', 0],
      ['cache', 14.6],
      ['total', 14.6],
    ])
    expect(lines({ ...REST, cacheGb: '237' }, { requests: 10_000_000 }).at(-1)).toEqual(['total', 2809])
  })
})

describe('monthlyEstimate', () => {
  it('does not charge a REST API for refused requests, but the others, and says so', () => {
    const volumes = { requests: 1_000_000, refusedRequests: 400_000 }
    expect([REST, HTTP, WEBSOCKET].map((settings) => estimate(settings, volumes).lines[0]!.quantity)).toEqual([
      600_000, 1_000_000, 1_000_000,
    ])
    expect(estimate(REST, volumes).assumptions).toContain('Requests refused with 401, 403 or 429 are not charged.')
    expect(estimate(HTTP, volumes).assumptions).toContain(
      'Requests refused with 401, 403 or 429 are charged as the others: AWS does not say that they are free here.',
    )
    expect(estimate(REST, { requests: 5 }).assumptions.filter((text) => text.includes('refused'))).toEqual([])
  })

  it('meters HTTP requests and WebSocket messages by the larger of both sizes, REST requests not at all', () => {
    const volumes = { requests: 1000, requestBytes: 524_289, responseBytes: 0 }
    const quantity = (settings: BilledSettings, of: Partial<MonthlyVolumes>) =>
      estimate(settings, of).lines[0]!.quantity
    expect([REST, HTTP, WEBSOCKET].map((settings) => quantity(settings, volumes))).toEqual([1000, 2000, 17_000])
    expect(quantity(HTTP, { ...volumes, requestBytes: 524_288 })).toBe(1000)
    expect(quantity(HTTP, { ...volumes, requestBytes: 0, responseBytes: 524_289 })).toBe(2000)
  })

  it('counts what goes out to the internet above 100 GB, but not from a private API', () => {
    const volumes = { requests: 2 ** 20, responseBytes: 2 ** 18 }
    expect(lines(REST, volumes)).toContainEqual(['data-transfer', 14.04])
    expect(lines({ ...REST, isPrivate: true }, volumes).map(([id]) => id)).toEqual(['requests', 'total'])
    expect(estimate({ ...REST, isPrivate: true }, volumes).assumptions).toContain(
      'A private API pays PrivateLink for its data, which is not counted.',
    )
  })

  it('counts functions behind routes and authorizers', () => {
    const lambda = { calls: 100_000, milliseconds: 100_000 * 175, memoryMb: 1024 }
    const authorizer = { calls: 1_000_000, milliseconds: 25_000_000, memoryMb: 128 }
    const all = estimate(REST, { lambda, authorizer }).lines
    expect(all.slice(1)).toEqual([
      {
        id: 'lambda-requests',
        label: 'Lambda requests',
        quantity: 100_000,
        unit: 'requests',
        usd: 0.02,
        detail: '100,000 at $0.20 a million',
      },
      {
        id: 'lambda-duration',
        label: 'Lambda duration',
        quantity: 17_500,
        unit: 'GB-seconds',
        usd: 0.291667,
        detail: '175 ms at 1,024 MB each: 17,500 at $0.0000166667 a GB-second',
      },
      {
        id: 'authorizer-requests',
        label: 'Lambda authorizer requests',
        quantity: 1_000_000,
        unit: 'requests',
        usd: 0.2,
        detail: '1 million at $0.20 a million',
      },
      {
        id: 'authorizer-duration',
        label: 'Lambda authorizer duration',
        quantity: 3125,
        unit: 'GB-seconds',
        usd: 0.052083,
        detail: '25 ms at 128 MB each: 3,125 at $0.0000166667 a GB-second',
      },
    ])
  })

  it('counts a web ACL, its rules and all requests through it', () => {
    const rule = { name: 'r', action: 'BLOCK', statement: { type: 'IP_SET', addresses: [] } } as const
    const webAcl = { name: 'office', defaultAction: 'ALLOW', rules: [rule, rule] } as const
    expect(lines({ ...REST, webAcl }, { requests: 1_000_000, refusedRequests: 1_000_000 })).toEqual([
      ['requests', 0],
      ['web-acl', 5],
      ['web-acl-rules', 2],
      ['web-acl-requests', 0.6],
      ['total', 7.6],
    ])
  })

  it('counts an access log by the bytes of its lines', () => {
    const settings = { ...REST, accessLogFormat: '{"id":"$context.requestId","s":"$context.status"}' }
    const { lines: all, assumptions } = estimate(settings, { requests: 2 ** 30 })
    expect(all.at(-1)).toEqual({
      id: 'access-logs',
      label: 'CloudWatch access logs',
      quantity: 56,
      unit: 'GB',
      usd: 28,
      detail: '56 bytes a line: 56 at $0.50 a GB',
    })
    expect(assumptions).toContain('Each variable of the access log prints 20 bytes on average.')
  })

  it('says the month, the prices and what is not counted', () => {
    expect(monthlyEstimate('eu-west-1', { ...REST, hasExecutionLogs: true }, NO_VOLUMES, ['Given.'])).toEqual({
      total: 0,
      lines: [
        {
          id: 'requests',
          label: 'REST API requests',
          quantity: 0,
          unit: 'requests',
          usd: 0,
          detail: 'none at $3.50 a million',
        },
      ],
      pricesAsOf: '2026-08-01',
      region: 'eu-west-1',
      assumptions: [
        'Given.',
        'eu-west-1 is priced as us-east-1: its own prices may be higher.',
        'A month has 730 hours. No free tier of new accounts is taken off.',
        'Not counted: metrics, alarms, traces, log storage, execution logs, and services other than Lambda behind the API.',
      ],
    })
  })
})

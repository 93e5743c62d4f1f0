import { describe, expect, it } from 'vitest'
import type { ReplayReport } from '@shared/contract/simulation'
import { orderDesign } from '@shared/design/order-design.fixture'
import { DEFAULT_EPOCH } from '../default-epoch'
import { WRONG_KEY_FLAG, type DrawsContext } from '../request-draws'
import { logOf } from './log-pieces.fixture'
import { ReplayDraws } from './replay-draws'
import { replayTargets } from './replay-targets'
import type { ReplaySource } from './replayed-log'
import { WINDOW } from './sort-window'

const design = orderDesign()
const targets = replayTargets(design, design.scenarios[0]!)
const ROUTES = targets.routes.map(({ routeKey }) => routeKey)

const SOURCE: ReplaySource = { name: 'monday', shape: { type: 'REPLAY', file: 'monday.jsonl' }, routes: {} }
const CONTEXT: DrawsContext = {
  durationMs: 60_000,
  epoch: DEFAULT_EPOCH,
  routes: [],
  apiKeys: [],
  uses: { apiKeys: true, identities: true, items: true },
  seed: 1,
  stream: 1,
  canary: null,
}

interface Replayed {
  readonly at: number
  readonly route: string
  readonly apiKey: number
  readonly identity: number
  readonly item: number
  readonly flags: number
}

/** Everything that a source plays of a log, and what became of the lines. */
function replay(
  lines: readonly (object | string)[],
  source: Partial<ReplaySource> = {},
  context: Partial<DrawsContext> = {},
  pieceSize?: number,
): { all: Replayed[]; report: ReplayReport } {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const reports: ReplayReport[] = []
  const draws = new ReplayDraws(
    { ...SOURCE, ...source },
    { ...CONTEXT, ...context },
    {
      openLog: () => logOf(text, pieceSize),
      targets,
      onReport: (report) => reports.push(report),
    },
  )
  const all: Replayed[] = []
  for (let at = draws.step(); at !== Infinity; at = draws.step()) {
    const i = draws.at
    all.push({
      at,
      route: ROUTES[draws.route[i]!]!,
      apiKey: draws.apiKey[i]!,
      identity: draws.identity[i]!,
      item: draws.item[i]!,
      flags: draws.flags[i]!,
    })
  }
  expect(draws.step()).toBe(Infinity)
  expect(reports.length).toBe(1)
  return { all, report: reports[0]! }
}

/** A line at so many milliseconds, known exactly. */
function at(ms: number, more: object = {}): object {
  return { requestTimeEpoch: 1_775_736_000_000 + ms, httpMethod: 'GET', resourcePath: '/orders', ...more }
}

const timesOf = (lines: readonly (object | string)[], source?: Partial<ReplaySource>): number[] =>
  replay(lines, source).all.map((one) => one.at)

describe('a log that is played', () => {
  it('keeps the distances in time from its first request, and ends with the run', () => {
    expect(timesOf([at(500), at(500), at(1750.5), at(60_499), at(60_500), at(70_000)])).toEqual([0, 0, 1250.5, 59_999])
  })

  it('is played as fast as the source says', () => {
    const shape = { ...SOURCE.shape, speed: 4 }
    expect(timesOf([at(0), at(1000), at(239_999), at(240_000)], { shape })).toEqual([0, 250, 59_999.75])
  })

  it('is sorted: requests are logged when they are answered', () => {
    expect(timesOf([at(900), at(300), at(600), at(300)])).toEqual([0, 0, 300, 600])
  })

  it('is spread over a second, in the order it was logged, where it knows no more than that', () => {
    const line = (second: number, user: string): object => ({
      requestTime: `09/Apr/2026:12:00:0${second} +0000`,
      httpMethod: 'GET',
      resourcePath: '/orders',
      user,
    })
    const lines = [line(1, 'a'), line(1, 'b'), line(2, 'c'), line(1, 'd'), line(1, 'e'), line(4, 'f')]
    const { all } = replay(lines, { identities: { count: 9, distribution: 'UNIFORM' } })
    expect(all.map(({ at: time, identity }) => [time, 'abcdef'[identity]])).toEqual([
      [0, 'a'],
      [250, 'b'],
      [500, 'd'],
      [750, 'e'],
      [1000, 'c'],
      [3000, 'f'],
    ])
  })

  it('sends what is behind its time by more than the window late, and says so', () => {
    const lines = Array.from({ length: WINDOW + 10 }, (_, i) => at(i === WINDOW + 5 ? 1 : i))
    const { all, report } = replay(lines)
    expect(all.every((one, i) => i === 0 || one.at >= all[i - 1]!.at)).toBe(true)
    expect([all.length, report.late]).toEqual([WINDOW + 10, 1])
  })

  it('says who called and for what, as far as the source tells callers and items apart', () => {
    const lines = [
      at(0, { user: 'ada', caller: 'x', ip: '192.0.2.1', path: '/orders/7', resourcePath: '/orders/{id}' }),
      at(1, { user: '-', caller: 'bob', ip: '192.0.2.1', path: '/orders/8', resourcePath: '/orders/{id}' }),
      at(2, { user: '-', caller: '-', ip: '192.0.2.1', path: '/orders/7?x', resourcePath: '/orders/{id}' }),
      at(3, { user: 'ada', path: '/orders/7', resourcePath: '/orders/{id}' }),
    ]
    const told = replay(lines, {
      identities: { count: 100, distribution: 'UNIFORM' },
      items: { count: 100, distribution: 'ZIPF' },
    })
    expect(told.all.map(({ identity, item, route }) => [identity, item, route])).toEqual([
      [0, 0, 'GET /orders/{id}'],
      [1, 1, 'GET /orders/{id}'],
      [2, 2, 'GET /orders/{id}'],
      [0, 0, 'GET /orders/{id}'],
    ])
    expect(replay(lines).all.map(({ identity, item }) => [identity, item])).toEqual(lines.map(() => [0, 0]))
  })

  it('draws what the log does not say, among what it does', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => at(i, i % 2 === 0 ? { user: 'only', path: '/orders' } : {}))
    const { all } = replay(lines, {
      identities: { count: 50, distribution: 'UNIFORM' },
      items: { count: 50, distribution: 'UNIFORM' },
    })
    const odd = all.filter((_, i) => i % 2 === 1)
    expect(all.filter((_, i) => i % 2 === 0).every(({ identity, item }) => identity === 0 && item === 0)).toBe(true)
    expect([new Set(odd.map(({ identity }) => identity)).size, new Set(odd.map(({ item }) => item)).size]).toEqual([
      50, 50,
    ])
  })

  it('carries its keys: those of the design, none, and others as those that the source names', () => {
    const ids = ['key0000002', 'acme-web', '-', 'theirs1', 'theirs2', 'theirs1']
    const lines = ids.map((apiKeyId, i) => at(i, { apiKeyId }))
    const keysOf = (apiKeys: number[]): number[] => replay(lines, {}, { apiKeys }).all.map(({ apiKey }) => apiKey)
    expect(keysOf([])).toEqual([1, 0, -1, -1, -1, -1])
    expect(keysOf([1, 0])).toEqual([1, 0, -1, 1, 0, 1])
    // The column that the others were written into goes back to its one value.
    expect(
      replay([...lines, ...Array.from({ length: 1000 }, (_, i) => at(9 + i))], {}, { apiKeys: [0] }).all.at(-1)?.apiKey,
    ).toBe(0)
  })

  it('draws nothing that no route looks at', () => {
    const uses = { apiKeys: false, identities: false, items: false }
    const lines = ['a', 'b'].map((user, i) => at(i, { user, path: '/orders', apiKeyId: 'key0000002' }))
    const { all } = replay(lines, { identities: { count: 9, distribution: 'UNIFORM' } }, { uses })
    expect(all.map(({ identity, item, apiKey }) => [identity, item, apiKey])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  it('spoils the share of requests that the source says', () => {
    const lines = Array.from({ length: 4000 }, (_, i) => at(i))
    const wrong = replay(lines, { wrongApiKeys: 0.25 }).all.filter(({ flags }) => flags === WRONG_KEY_FLAG).length
    expect(Math.abs(wrong - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75))
  })

  it('goes to the canary by its share', () => {
    const canary = { percentTraffic: 25, routeOf: Int32Array.from(ROUTES, () => ROUTES.indexOf('POST /orders')) }
    const lines = Array.from({ length: 4000 }, (_, i) => at(i))
    const sent = replay(lines, {}, { canary }).all.filter(({ route }) => route === 'POST /orders').length
    expect(Math.abs(sent - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75))
  })

  it('tells what was left out, the first twenty lines one by one', () => {
    const lines = [
      at(0),
      '{"broken',
      '',
      at(1, { httpMethod: 'DELETE' }),
      at(2, { requestTimeEpoch: '-' }),
      at(3, { httpMethod: 'POST' }),
      ...Array.from({ length: 30 }, () => 'x'),
    ]
    const { all, report } = replay(lines, { routes: { 'GET /orders': 1, 'POST /orders': 0 } })
    expect(all.map(({ route }) => route)).toEqual(['GET /orders'])
    expect(report).toEqual({
      source: 'monday',
      lines: 35,
      unreadable: 32,
      unknownRoutes: 1,
      otherRoutes: 1,
      late: 0,
      problems: [
        { line: 2, reason: 'is not JSON' },
        { line: 4, reason: 'calls DELETE /orders, which the API does not have' },
        { line: 5, reason: 'has no time that can be read' },
        ...Array.from({ length: 17 }, (_, i) => ({ line: 7 + i, reason: 'is not JSON' })),
      ],
    })
  })

  it('is the same in pieces of any size, and again', () => {
    const lines = Array.from({ length: 1500 }, (_, i) => at(i * 7, { user: `u${i % 13}`, path: `/orders?p=${i % 31}` }))
    const source = {
      identities: { count: 10, distribution: 'UNIFORM' },
      items: { count: 20, distribution: 'UNIFORM' },
    } as const
    const whole = replay(lines, source)
    expect(replay(lines, source, {}, 97)).toEqual(whole)
    expect(replay(lines, source)).toEqual(whole)
  })

  it('of nothing sends nothing', () => {
    expect(replay([])).toEqual({
      all: [],
      report: { source: 'monday', lines: 0, unreadable: 0, unknownRoutes: 0, otherRoutes: 0, late: 0, problems: [] },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { explain } from '../explain'
import { listRequests } from '../list-requests'
import { Simulation } from '../simulation'
import { simulationResult } from '../simulation-result'
import { takeSnapshot } from '../take-snapshot'
import { socketRun, type SocketRun } from './socket-run.fixture'

const turns = { pause: async () => undefined, isCancelled: () => false }

const busy: SocketRun = {
  source: {
    shape: { type: 'POISSON', ratePerSecond: 3 },
    stay: { distribution: 'EXPONENTIAL', meanMs: 15_000 },
    leavesSilently: 0.3,
    messages: { ratePerSecond: 0.5, routes: { send: 2, ask: 1 }, invalidBodies: 0.05 },
    joins: 2,
  },
  model: {
    rooms: { count: 6, distribution: 'ZIPF', exponent: 1 },
    answers: { send: { broadcast: 'ROOM' }, ask: { reply: true } },
    pushes: [{ name: 'news', shape: { type: 'POISSON', ratePerSecond: 0.5 }, to: 'ONE' }],
    lostDisconnects: 0.2,
    postLatency: { distribution: 'LOGNORMAL', medianMs: 15, sigma: 0.5 },
  },
  scenario: {
    backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 }, errorRate: 0.02 } },
  },
  api: { stages: { prod: { defaultRouteSettings: { throttlingRateLimit: 8, throttlingBurstLimit: 4 } } } },
}

function playedIn(pieces: number, eventsATurn: number) {
  const { design, scenario } = socketRun(busy)
  const simulation = new Simulation(design, scenario)
  for (let piece = 1; piece < pieces; piece++) {
    const until = (60_000 * piece) / pieces
    while (simulation.now < until) simulation.run(eventsATurn, until)
  }
  while (simulation.run(eventsATurn));
  return { simulation, result: simulationResult(simulation, scenario, 0) }
}

describe('a run of a WebSocket API', () => {
  it('is the same in one go and in pieces', () => {
    expect(playedIn(13, 7).result).toEqual(playedIn(1, 50_000).result)
  })

  it('counts every request once', () => {
    const { result } = playedIn(1, 50_000)
    const { accepted, refused, lostDisconnects, ended } = result.webSocket!
    const sent = result.routes
      .filter(({ key }) => !key.startsWith('$'))
      .reduce((sum, { requests }) => sum + requests, 0)
    const told = ended.byClient + ended.idle + ended.age - lostDisconnects
    expect(result.totals.requests).toBe(accepted + refused + sent + told)
  })

  it('has pictures with what only connections have', () => {
    const { simulation, result } = playedIn(1, 50_000)
    const picture = takeSnapshot(simulation, { runId: 'r', sequence: 1, isFinal: true, elapsedMs: 1 })
    const { open, messagesIn, messagesOut } = result.webSocket!
    const seconds = picture.stepMs / 1000
    const sumOf = (series: Float64Array): number => Math.round(series.reduce((sum, rate) => sum + rate * seconds, 0))
    expect([picture.totals.webSocket!.open, picture.series.connections.at(-1)]).toEqual([open, open])
    // What goes out after the last step has no step.
    expect([sumOf(picture.series.messagesIn), sumOf(picture.series.messagesOut) <= messagesOut]).toEqual([
      messagesIn,
      true,
    ])
  })

  it('explains a message that was throttled, and finds what would have let it through', async () => {
    const { design, scenario } = socketRun(busy)
    const run = { design, scenario, reachedMs: Infinity }
    const listed = await listRequests(run, { outcomes: ['THROTTLED_STAGE'] }, 1, turns)
    const explanation = await explain(run, listed!.requests[0]!.requestId, turns)
    expect(explanation).toMatchObject({
      sourceName: 'people',
      setting: '/apis/0/stages/prod/defaultRouteSettings/throttlingRateLimit',
    })
    expect(explanation!.remedy).not.toBeNull()
    expect(listed!.requests[0]).toMatchObject({ source: 'people', outcome: 'THROTTLED_STAGE' })
  })

  it('costs its messages and its connection minutes', () => {
    const { design, scenario } = socketRun({ source: { shape: { type: 'BURST', count: 100, at: 0 } } })
    const simulation = new Simulation(design, scenario)
    while (simulation.run(10_000));
    const { cost, webSocket } = simulationResult(simulation, scenario, 0)
    // 100 connections all month: 43,800 minutes each at $0.25 a million.
    const minutes = cost.lines.find(({ id }) => id === 'connection-minutes')
    expect([minutes?.quantity, minutes?.usd, webSocket!.idleCostShare]).toEqual([4_380_000, 1.095, 1])
  })

  it('shows how near it came to the limit of new connections', () => {
    const { design, scenario } = socketRun({ source: { shape: { type: 'BURST', count: 450, at: 2 } } })
    const simulation = new Simulation(design, scenario)
    while (simulation.run(10_000));
    const { headroom } = simulationResult(simulation, scenario, 0).answers
    expect(headroom[0]).toEqual({ label: 'new connections', level: 'account', used: 450, limit: 500 })
  })

  it('evaluates checks about connections', () => {
    const checks = [
      { metric: 'openConnections', operator: '==', value: 10 },
      { metric: 'refusedConnects', operator: '==', value: 0 },
      { metric: 'gonePosts', operator: '>', value: 0 },
    ] as const
    const { design, scenario } = socketRun({ scenario: { checks } })
    const simulation = new Simulation(design, scenario)
    while (simulation.run(10_000));
    const result = simulationResult(simulation, scenario, 0)
    expect(result.checks.map(({ actual, passed }) => [actual, passed])).toEqual([
      [10, true],
      [0, true],
      [0, false],
    ])
  })
})

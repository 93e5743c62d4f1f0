import type { CostEstimate } from '@shared/contract/cost'
import type { WebSocketFigures, WebSocketTotals } from '@shared/contract/web-socket-figures'
import { OUTCOMES } from '@shared/outcome'
import { INTEGRATED, OUTCOME_STRIDE } from '../../engine/outcome'
import type { Simulation } from '../simulation'
import { CONNECT } from './connect-traffic'

const MS_A_MINUTE = 60_000

/** As far as the run has come. Undefined for an API of another type. */
export function webSocketTotals({ sockets, now }: Simulation): WebSocketTotals | undefined {
  if (sockets === null) return undefined
  const { tally } = sockets
  return {
    open: tally.open,
    peak: tally.peak,
    accepted: tally.accepted,
    refused: tally.refused,
    connectionMinutes: tally.connectionMsAt(now) / MS_A_MINUTE,
    messagesIn: tally.messagesIn,
    messagesOut: tally.messagesOut,
    throttledMessages: tally.throttledMessages,
    gonePosts: tally.gonePosts,
    wastedPosts: tally.wastedPosts,
    throttledPosts: tally.throttledPosts,
  }
}

/** Of a run that is over. Undefined for an API of another type. */
export function webSocketFigures(simulation: Simulation, cost: CostEstimate): WebSocketFigures | undefined {
  const totals = webSocketTotals(simulation)
  if (totals === undefined) return undefined
  const { tally } = simulation.sockets!
  const [fanOut50, fanOut95] = tally.fanOut.percentiles([0.5, 0.95])
  const [p50, p95, p99] = tally.delivery.percentiles([0.5, 0.95, 0.99])
  return {
    ...totals,
    meanOpen: tally.connectionMsAt(simulation.durationMs) / simulation.durationMs,
    refusedByOutcome: refusedByOutcome(simulation),
    ended: { byClient: tally.leftByClient, idle: tally.idleClosed, age: tally.ageClosed },
    vanished: tally.vanished,
    lostDisconnects: tally.lostDisconnects,
    deliveredPosts: tally.delivered,
    fanOut: {
      count: tally.fanOuts,
      mean: tally.fanOuts === 0 ? 0 : tally.receivers / tally.fanOuts,
      p50: counted(fanOut50!),
      p95: counted(fanOut95!),
      max: counted(tally.fanOut.max()),
    },
    delivery: { p50: orZero(p50!), p95: orZero(p95!), p99: orZero(p99!) },
    idleCostShare: idleCostShare(cost),
  }
}

function refusedByOutcome({ runtime, recorder }: Simulation): Record<string, number> {
  const connect = runtime.names.routes.findIndex(({ routeKey }) => routeKey === CONNECT)
  return Object.fromEntries(
    OUTCOMES.flatMap((name, outcome): [string, number][] => {
      const count = recorder.byRoute[connect * OUTCOME_STRIDE + outcome]!
      return outcome === INTEGRATED || count === 0 ? [] : [[name, count]]
    }),
  )
}

function idleCostShare({ lines }: CostEstimate): number {
  const amountOf = (id: string): number => lines.find((line) => line.id === id)?.usd ?? 0
  const minutes = amountOf('connection-minutes')
  const all = minutes + amountOf('messages')
  return all === 0 ? 0 : minutes / all
}

/** The histogram has the middle of a bucket; receivers are whole. */
function counted(value: number): number {
  return Math.round(orZero(value))
}

/** JSON has no NaN. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

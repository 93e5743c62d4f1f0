import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import type { RunUsage } from '../cost/run-usage'
import { CACHED, INTEGRATED, LAST_ANSWERED, OUTCOME_STRIDE } from '../engine/outcome'
import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import type { Recorder } from './recorder'
import type { Simulation } from './simulation'
import type { SocketTally } from './web-socket/socket-tally'

const REFUSED_STATUSES = [401, 403, 429]
const IS_REFUSED = OUTCOMES.map((name) => REFUSED_STATUSES.includes(OUTCOME_INFO[name].status))

/** What a finished run used of the things that are paid for. Bodies that the gateway makes itself, of some thirty bytes, are left out. */
export function runUsage({ durationMs, requests, recorder, runtime, backends, sockets }: Simulation): RunUsage {
  const totals = recorder.totals()
  const sum = (isIt: (outcome: number) => boolean): number =>
    totals.reduce((all, count, outcome) => all + (isIt(outcome) ? count : 0), 0)
  const { busyMs, overtimeMs } = backends.tally
  return {
    durationInSeconds: durationMs / 1000,
    requests,
    refusedRequests: sum((outcome) => IS_REFUSED[outcome] === true),
    cacheHits: totals[CACHED]!,
    integrationCalls: sum((outcome) => outcome !== CACHED && outcome <= LAST_ANSWERED),
    integrationMs: busyMs + overtimeMs,
    authorizerCalls: runtime.counters.authorizerCalls,
    authorizerMs: backends.authorizerMs,
    ...(sockets && { webSocket: webSocketUsage(sockets.tally, durationMs, callsByRoute(runtime, recorder)) }),
    responseBytes: backends.responseBytes.reduce((bytes, ofOne, route) => {
      const at = route * OUTCOME_STRIDE
      return bytes + ofOne * (recorder.byRoute[at + INTEGRATED]! + recorder.byRoute[at + CACHED]!)
    }, 0),
  }
}

function webSocketUsage(
  tally: SocketTally,
  durationMs: Millis,
  callsByRoute: ReadonlyMap<string, number>,
): NonNullable<RunUsage['webSocket']> {
  const { messagesIn, messagesOut, bytesOut } = tally
  return {
    messages: messagesIn + messagesOut,
    connectionMinutes: tally.connectionMsAt(durationMs) / 60_000,
    bytesOut,
    callsByRoute,
  }
}

/** What passed every step was handed to the route's backend. */
function callsByRoute({ names }: Runtime, { byRoute }: Recorder): ReadonlyMap<string, number> {
  return new Map(
    names.routes.map(({ routeKey }, route) => {
      const outcomes = byRoute.subarray(route * OUTCOME_STRIDE, route * OUTCOME_STRIDE + LAST_ANSWERED + 1)
      return [routeKey, outcomes.reduce((sum, count) => sum + count, 0)]
    }),
  )
}

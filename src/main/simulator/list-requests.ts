import type { ListedRequest, RequestFilter } from '@shared/contract/simulation'
import { OUTCOMES } from '@shared/outcome'
import { ABSENT, type Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import { justAfter, playAgain, playOn, type PlayedRun, type Turns } from './played-run'
import type { Simulation } from './simulation'
import { sourceNames } from './source-names'
import type { RequestList } from './worker-protocol'

/** Play the run again and list the first `limit` requests that match, by number; null when nobody wants them any more. */
export async function listRequests(
  run: PlayedRun,
  filter: RequestFilter,
  limit: number,
  turns: Turns,
): Promise<RequestList | null> {
  const simulation = playAgain(run)
  const lister = new RequestLister(simulation, run, filter, limit)
  const reached = justAfter(run.reachedMs)
  if (!(await playOn(simulation, Math.min(reached, filter.toMs ?? Infinity), turns))) return null
  // What came before the end may still be answered, as far as the run went.
  const came = simulation.requests
  if (!(await playOn(simulation, reached, turns, () => lister.answered >= came))) return null
  return { requests: lister.first(), matching: lister.matching }
}

/** Hears every answer and keeps those that match. */
class RequestLister {
  matching = 0
  answered = 0
  private kept: ListedRequest[] = []
  private readonly names: NamesOfIndexes
  private readonly matches: (flight: Flight) => boolean
  private readonly limit: number
  private readonly simulation: Simulation

  constructor(simulation: Simulation, run: PlayedRun, filter: RequestFilter, limit: number) {
    this.simulation = simulation
    this.names = namesOf(simulation, run)
    this.matches = matcher(this.names, filter)
    this.limit = limit
    const { recorder } = simulation
    const record = recorder.record.bind(recorder)
    // In place of the method, so that runs of which nobody asks this do not pay for it.
    recorder.record = (flight, latencyMs) => {
      record(flight, latencyMs)
      this.hear(flight, latencyMs)
    }
  }

  first(): ListedRequest[] {
    this.cut()
    return this.kept
  }

  private hear(flight: Flight, latencyMs: Millis): void {
    this.answered++
    if (!this.matches(flight)) return
    this.matching++
    const { names } = this
    this.kept.push({
      requestId: flight.id,
      atMs: flight.startedAt,
      routeKey: names.routes[flight.route]!,
      apiKey: nameOfKey(names, flight.apiKey),
      source: names.sources[flight.caller]!,
      outcome: OUTCOMES[flight.outcome]!,
      latencyMs,
      attempt: this.simulation.attemptsBefore(flight),
    })
    if (this.kept.length >= 2 * this.limit + 1000) this.cut()
  }

  /** Answers do not come in the order of the requests. */
  private cut(): void {
    this.kept = this.kept.sort((a, b) => a.requestId - b.requestId).slice(0, this.limit)
  }
}

interface NamesOfIndexes {
  readonly routes: readonly string[]
  readonly apiKeys: readonly string[]
  readonly sources: readonly string[]
}

function namesOf({ runtime }: Simulation, { scenario }: PlayedRun): NamesOfIndexes {
  return {
    routes: runtime.names.routes.map(({ routeKey }) => routeKey),
    apiKeys: runtime.names.apiKeys.map(({ name }) => name),
    sources: sourceNames(scenario),
  }
}

/** "" for none, as in the tables. */
function nameOfKey({ apiKeys }: NamesOfIndexes, apiKey: number): string {
  return apiKeys[apiKey] ?? (apiKey === ABSENT ? NO_KEY : UNKNOWN_KEY_NAME)
}

const NO_KEY = ''
const UNKNOWN_KEY_NAME = 'unknown key'

function matcher(names: NamesOfIndexes, filter: RequestFilter): (flight: Flight) => boolean {
  const { fromMs = -Infinity, toMs = Infinity, routeKey, apiKey, source } = filter
  const routes = names.routes.map((name) => routeKey === undefined || name === routeKey)
  const sources = names.sources.map((name) => source === undefined || name === source)
  const outcomes = OUTCOMES.map((name) => filter.outcomes === undefined || filter.outcomes.includes(name))
  return (flight) =>
    flight.startedAt >= fromMs &&
    flight.startedAt < toMs &&
    outcomes[flight.outcome]! &&
    routes[flight.route]! &&
    sources[flight.caller]! &&
    (apiKey === undefined || nameOfKey(names, flight.apiKey) === apiKey)
}

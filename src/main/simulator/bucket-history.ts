import type { Design } from '@shared/design/design'
import type { Flight } from '../engine/flight'
import type { Millis } from '../engine/millis'
import type { Runtime, TraceSink } from '../engine/runtime'
import { CONTINUE } from '../engine/verdict'
import { BucketAttempts } from './bucket-attempts'
import type { MetRequest } from './met-request'
import { playAgain, playOn, type PlayedRun, type Turns } from './played-run'
import type { TokenUse } from './reason'
import { TwinCounter } from './remedy/twin-counter'
import { asks, bucketsOf, type BucketRef } from './request-bucket'

/** How far back "who used the tokens" looks. */
const WINDOW_MS: Millis = 1000
/** Beyond that the times of all attempts are not kept: at most 160 MB, until the request is explained. Events. */
export const MAX_EVENTS_KEPT = 20_000_000

/** What happened at the bucket that refused a request, until it did. */
export interface BucketHistory {
  readonly bucket: BucketRef
  /** Who took tokens in the second before, busiest first: by API key, or by route where the bucket is one key's own. */
  readonly uses: readonly TokenUse[]
  /** How many requests of the same source came at the same moment before it. */
  readonly ordinal: number
  /** Null where they are too many. */
  readonly attempts: BucketAttempts | null
  /** Which of the attempts was the request's, counted from 1. */
  readonly number: number
}

/** Play the run again up to where the request was refused; null when it was not by a bucket, or nobody wants to know any more. */
export async function bucketHistory(run: PlayedRun, met: MetRequest, turns: Turns): Promise<BucketHistory | null> {
  const { bucket } = met
  const askedAt = met.trace.at(-1)?.atMs
  if (bucket === null || askedAt === undefined) return null
  const simulation = playAgain(run)
  const { runtime } = simulation
  const attempts = met.eventsBefore > MAX_EVENTS_KEPT ? null : new BucketAttempts()
  attempts?.listen(bucketsOf(runtime, bucket), bucket.index)
  const from = askedAt - WINDOW_MS
  if (!(await playOn(simulation, Math.min(met.atMs, from), turns))) return null
  const watcher = new HistoryWatcher(met, bucket, from, attempts)
  runtime.trace = watcher
  if (!(await playOn(simulation, Infinity, turns, () => watcher.isDone))) return null
  const uses = watcher.uses(run.design)
  return { bucket, uses, ordinal: watcher.twins.ordinal, attempts, number: watcher.number }
}

class HistoryWatcher implements TraceSink {
  isDone = false
  number = 0
  readonly twins: TwinCounter
  private readonly taken = new Map<number, number>()
  private readonly byRoute: boolean
  private readonly met: MetRequest
  private readonly bucket: BucketRef
  private readonly from: Millis
  private readonly attempts: BucketAttempts | null

  constructor(met: MetRequest, bucket: BucketRef, from: Millis, attempts: BucketAttempts | null) {
    this.met = met
    this.bucket = bucket
    this.from = from
    this.attempts = attempts
    this.byRoute = bucket.kind === 'plan' || bucket.kind === 'planMethod'
    this.twins = new TwinCounter(met.atMs, met.caller, met.requestId)
  }

  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    // The turn goes on after the request was refused; what others took then is not why.
    if (this.isDone) return
    this.twins.see(flight)
    if (now < this.from || !asks(runtime, flight, code, this.bucket)) return
    if (flight.id === this.met.requestId) {
      this.isDone = true
      this.number = this.attempts?.count ?? 0
    } else if (verdict === CONTINUE) {
      const who = this.byRoute ? flight.route : flight.apiKey
      this.taken.set(who, (this.taken.get(who) ?? 0) + 1)
    }
  }

  answered(): void {}

  uses(design: Design): TokenUse[] {
    const { routes } = this.met.runtime.names
    const nameOf = (who: number): string =>
      this.byRoute ? routes[who]!.routeKey : (design.apiKeys[who]?.name ?? 'clients without a key')
    return [...this.taken].map(([who, tokens]) => ({ taker: nameOf(who), tokens })).sort((a, b) => b.tokens - a.tokens)
  }
}

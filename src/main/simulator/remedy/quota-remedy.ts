import type { Remedy } from '@shared/contract/simulation'
import type { TraceEntry } from '@shared/trace'
import type { Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { QUOTA } from '../../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../../engine/runtime'
import { RESPOND } from '../../engine/verdict'
import type { MetRequest } from '../met-request'
import { playAgain, playOn, type PlayedRun, type Turns } from '../played-run'
import { setNumber } from '../sweep/set-number'
import { settingOf } from '../setting-of'
import { requestPasses } from './request-passes'
import { smallestStep } from './smallest-step'
import { TwinCounter } from './twin-counter'

const BUDGET = 11

/** A larger quota of the plan. */
export async function quotaRemedy(
  run: PlayedRun,
  met: MetRequest,
  refusal: TraceEntry,
  turns: Turns,
): Promise<Remedy | null> {
  const pointer = settingOf(run.design, run.scenario, met.runtime.names.routes[met.route]!, refusal)
  const limit = refusal.details['limit']
  if (pointer === null || typeof limit !== 'number') return null
  const refused = new QuotaRefusals(met)
  if (!(await playOn(playAgain(run, refused), Infinity, turns, () => refused.isDone))) return null
  const last = refused.count
  const step = await smallestStep({
    guess: last,
    last,
    budget: BUDGET,
    passes: async (tried) => {
      const setup = setNumber(run, pointer, limit + tried)
      const { atMs, caller } = met
      return setup === null
        ? false
        : requestPasses({ ...run, ...setup }, { atMs, caller, ordinal: refused.twins.ordinal }, turns)
    },
  })
  if (step === null) return null
  const [value, before] = [limit + step, limit].map((count) => count.toLocaleString('en-US'))
  const period = PERIODS[String(refusal.details['period'])] ?? 'a period'
  const text = `A quota of ${value} requests ${period} instead of ${before} on ${refusal.details['plan']} would have let it through.`
  return { text, pointer, value: limit + step }
}

const PERIODS: Readonly<Record<string, string>> = { DAY: 'a day', WEEK: 'a week', MONTH: 'a month' }

/** Requests that the quota refused in the same period, the one that is asked about included: with so many more nobody is refused. */
class QuotaRefusals implements TraceSink {
  isDone = false
  count = 0
  readonly twins: TwinCounter
  private readonly counts = new Map<number, { count: number; periodEnd: Millis }>()
  private readonly met: MetRequest

  constructor(met: MetRequest) {
    this.met = met
    this.twins = new TwinCounter(met.atMs, met.caller, met.requestId)
  }

  step(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): void {
    if (this.isDone) return
    this.twins.see(flight)
    if (code !== QUOTA || verdict !== RESPOND) return
    const count = this.refuse(flight.planKey, Math.round(now + runtime.quotas.resetsIn(flight.planKey, now)))
    if (flight.id !== this.met.requestId) return
    this.count = count
    this.isDone = true
  }

  answered(): void {}

  private refuse(planKey: number, periodEnd: Millis): number {
    const known = this.counts.get(planKey)
    const count = known?.periodEnd === periodEnd ? known.count + 1 : 1
    this.counts.set(planKey, { count, periodEnd })
    return count
  }
}

import type { Remedy } from '@shared/contract/simulation'
import type { TraceEntry } from '@shared/trace'
import type { BucketHistory } from '../bucket-history'
import type { MetRequest } from '../met-request'
import type { PlayedRun, Turns } from '../played-run'
import { setNumber } from '../sweep/set-number'
import { limitKnobs, type LimitKnob } from './limit-knobs'
import { limitPointers } from './limit-pointers'
import { requestPasses } from './request-passes'
import { cheapSmallestStep, smallestStep } from './smallest-step'

/** Replays for each of the two numbers. */
const BUDGET = 6
/** Tokens asked of the bucket by itself, over all values that are tried one by one: a fifth of a second. */
const SCAN_BUDGET = 50_000_000
/** With more attempts than that, a look at the bucket alone takes long enough to pause after it. */
const LONG_LOOK = 10_000

interface Candidate {
  readonly knob: LimitKnob
  /** The step that the bucket by itself needs; null when that says nothing. */
  readonly guess: number | null
}

/**
 * A larger burst or a faster rate of the bucket that refused the request: whichever is the smaller change in proportion. The bucket is
 * tried by itself, with everybody who asked it; then the whole run has to agree.
 */
export async function throttleRemedy(
  run: PlayedRun,
  met: MetRequest,
  refusal: TraceEntry,
  history: BucketHistory,
  turns: Turns,
): Promise<Remedy | null> {
  const pointers = limitPointers(run.design, run.scenario, met.runtime.names.routes[met.route]!, refusal)
  if (pointers === null) return null
  const candidates: Candidate[] = []
  for (const knob of limitKnobs(refusal, pointers)) {
    const candidate = await candidateOf(knob, history, turns)
    if (candidate !== null) candidates.push(candidate)
  }
  const isGuessed = candidates.every(({ guess }) => guess !== null)
  const found: Found[] = []
  for (const { knob, guess } of candidates.toSorted(bySize)) {
    const value = await confirmed(run, met, knob, guess, history, turns)
    if (value !== null) found.push({ knob, value })
    // The other one is the larger change.
    if (value !== null && isGuessed) break
  }
  const [best] = found.sort((a, b) => a.value / a.knob.current - b.value / b.knob.current)
  return best === undefined ? null : remedyOf(best, String(refusal.details['label']))
}

interface Found {
  readonly knob: LimitKnob
  readonly value: number
}

/** Null when no value of it helps. */
async function candidateOf(
  knob: LimitKnob,
  { attempts, number }: BucketHistory,
  turns: Turns,
): Promise<Candidate | null> {
  if (attempts === null) return { knob, guess: null }
  const guess = await cheapSmallestStep({ first: Math.floor(SCAN_BUDGET / number), last: knob.last }, async (step) => {
    if (number > LONG_LOOK) await turns.pause()
    return attempts.wouldPass(knob.limitAt(step), number)
  })
  return guess === null ? null : { knob, guess }
}

function bySize(a: Candidate, b: Candidate): number {
  const growth = ({ knob, guess }: Candidate): number => knob.valueAt(guess ?? 1) / knob.current
  return growth(a) - growth(b)
}

/** The smallest value that lets the request through in the whole run. */
async function confirmed(
  run: PlayedRun,
  { atMs, caller }: MetRequest,
  knob: LimitKnob,
  guess: number | null,
  { ordinal }: BucketHistory,
  turns: Turns,
): Promise<number | null> {
  const step = await smallestStep({
    guess,
    last: knob.last,
    budget: BUDGET,
    passes: async (tried) => {
      const setup = setNumber(run, knob.pointer, knob.valueAt(tried))
      return setup === null ? false : requestPasses({ ...run, ...setup }, { atMs, caller, ordinal }, turns)
    },
  })
  return step === null ? null : knob.valueAt(step)
}

function remedyOf({ knob, value }: Found, label: string): Remedy {
  const words = knob.words(shown(value), shown(knob.current))
  return { text: `${words} on ${label} would have let it through.`, pointer: knob.pointer, value }
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 })
}

import { OUTCOME_INFO, type OutcomeFamily, type OutcomeName } from '@shared/outcome'
import type { StepName } from '@shared/step-name'
import type { Trace, TraceEntry } from '@shared/trace'
import { describeStep } from './describe-step'
import { LADDER_LABELS, ROW_OF_STEP, type LadderStep } from './ladder-step'

export type RowVerdict = 'passed' | 'stopped' | 'skipped' | 'not-reached'

/** What one request met at one row of the ladder. */
export interface TraceRow {
  readonly step: LadderStep
  readonly label: string
  readonly verdict: RowVerdict
  /** The request was answered here, whether refused or served. */
  readonly isEnd: boolean
  /** One sentence a decision, in the order they were made. */
  readonly found: readonly string[]
  /** Between the first and the last decision of the row; null where nothing was decided. */
  readonly elapsedMs: number | null
}

/** The rows an engine decides about; mappings and the client leave no trace. */
const TRACED_ROWS = [
  'resource-policy',
  'authorizer',
  'api-key',
  'throttle',
  'validation',
  'cache',
  'integration',
] as const satisfies readonly LadderStep[]

/** Group the decisions of a trace into rows; rows before the end that decided nothing are `skipped`, those after it `not-reached`. */
export function rowsOfTrace(trace: Trace): TraceRow[] {
  const end = endOfTrace(trace)
  const endAt = TRACED_ROWS.findIndex((step) => step === end)
  return TRACED_ROWS.map((step, index) => {
    const entries = trace.filter((entry) => ROW_OF_STEP[entry.step] === step)
    return {
      step,
      label: LADDER_LABELS[step],
      verdict: verdictOf(entries, index > endAt),
      isEnd: step === end,
      found: entries.map(describeStep).filter((text) => text !== ''),
      elapsedMs: elapsedOf(entries),
    }
  })
}

/** The colour family of what became of the request. */
export function familyOfTrace(trace: Trace): OutcomeFamily {
  const last = trace.at(-1)
  if (last === undefined) return 'error'
  const named = last.details['outcome']
  if (isOutcome(named)) return OUTCOME_INFO[named].family
  if (last.verdict === 'stopped') return FAMILY_OF_REFUSAL[last.step]
  return last.step === 'cache-lookup' ? 'cacheHit' : 'served'
}

const FAMILY_OF_REFUSAL: { readonly [step in StepName]: OutcomeFamily } = {
  'resource-policy': 'denied',
  authorizer: 'denied',
  'api-key': 'denied',
  quota: 'throttled',
  'usage-plan-throttle': 'throttled',
  'method-throttle': 'throttled',
  'stage-throttle': 'throttled',
  'account-throttle': 'throttled',
  'count-quota': 'throttled',
  'request-validator': 'rejected',
  'cache-lookup': 'denied',
  integration: 'error',
}

function endOfTrace(trace: Trace): LadderStep | null {
  const last = trace.at(-1)
  return last === undefined ? null : ROW_OF_STEP[last.step]
}

function verdictOf(entries: readonly TraceEntry[], isAfterEnd: boolean): RowVerdict {
  if (entries.length === 0) return isAfterEnd ? 'not-reached' : 'skipped'
  return entries.some((entry) => entry.verdict === 'stopped') ? 'stopped' : 'passed'
}

function elapsedOf(entries: readonly TraceEntry[]): number | null {
  const first = entries[0]
  const last = entries.at(-1)
  return first === undefined || last === undefined ? null : last.atMs - first.atMs
}

function isOutcome(value: unknown): value is OutcomeName {
  return typeof value === 'string' && value in OUTCOME_INFO
}

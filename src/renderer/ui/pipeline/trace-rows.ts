import type { ThrottleLevel } from '@shared/contract/snapshot'
import type { ProtocolType } from '@shared/design/api'
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
  /** Buckets that were looked at, in that order; absent for rows without any. */
  readonly buckets?: readonly TraceBucket[]
}

/** A token bucket as one request left it. */
export interface TraceBucket {
  readonly level: ThrottleLevel
  readonly label: string
  readonly tokens: number
  readonly rateLimit: number
  readonly burstLimit: number
}

/** The rows an engine decides about, in their usual order; mappings and the client leave no trace. */
const TRACED_ROWS: { readonly [type in ProtocolType]: readonly LadderStep[] } = {
  REST: ['waf', 'resource-policy', 'authorizer', 'api-key', 'throttle', 'validation', 'cache', 'integration'],
  HTTP: ['throttle', 'authorizer', 'integration'],
  WEBSOCKET: ['throttle', 'authorizer', 'api-key', 'validation', 'integration'],
}

/** Group the decisions of a trace into rows; rows before the end that decided nothing are `skipped`, those after it `not-reached`. */
export function rowsOfTrace(trace: Trace, type: ProtocolType = 'REST'): TraceRow[] {
  const tracedRows = inOrderOf(trace, TRACED_ROWS[type])
  const last = trace.at(-1)
  const end = last === undefined ? null : ROW_OF_STEP[last.step]
  const endAt = tracedRows.findIndex((step) => step === end)
  const endVerdict = isServed(familyOfTrace(trace)) ? 'passed' : 'stopped'
  return tracedRows.map((step, index) => {
    const entries = trace.filter((entry) => ROW_OF_STEP[entry.step] === step)
    const passed = entries.length === 0 ? (index > endAt ? 'not-reached' : 'skipped') : 'passed'
    return {
      step,
      label: LADDER_LABELS[step],
      verdict: step === end ? endVerdict : passed,
      isEnd: step === end,
      found: entries.map((entry) => describeStep(entry, type)).filter((text) => text !== ''),
      elapsedMs: elapsedOf(entries),
      ...(step === 'throttle' && { buckets: entries.flatMap((entry) => bucketOf(entry, type)) }),
    }
  })
}

/** Rows as the trace went through them: messages of WebSocket APIs, and settings of the project, have orders of their own. */
function inOrderOf(trace: Trace, usual: readonly LadderStep[]): LadderStep[] {
  const met = trace.map((entry) => ROW_OF_STEP[entry.step])
  const placed = new Set(met.filter((step) => usual.includes(step)))
  const inOrder = [...placed]
  return usual.map((step) => (placed.has(step) ? inOrder.shift()! : step))
}

const LEVELS: { readonly [level in ThrottleLevel]: string } = {
  planMethod: 'Plan, method',
  plan: 'Plan',
  method: 'Method',
  stage: 'Stage',
  account: 'Account',
}

/** None for a plan without a throttle. */
function bucketOf({ details }: TraceEntry, type: ProtocolType): TraceBucket[] {
  const { level, tokens, burstLimit, rateLimit } = details
  if (typeof tokens !== 'number' || typeof burstLimit !== 'number' || typeof rateLimit !== 'number') return []
  if (!isLevel(level)) return []
  const label = level === 'method' && type !== 'REST' ? 'Route' : LEVELS[level]
  return [{ level, label, tokens, rateLimit, burstLimit }]
}

function isLevel(level: unknown): level is ThrottleLevel {
  return typeof level === 'string' && Object.hasOwn(LEVELS, level)
}

function isServed(family: OutcomeFamily): boolean {
  return family === 'served' || family === 'cacheHit'
}

/** The colour family of what became of the request. */
export function familyOfTrace(trace: Trace): OutcomeFamily {
  const last = trace.at(-1)
  if (last === undefined) return 'error'
  const { outcome, result, effect } = last.details
  if (isOutcome(outcome)) return OUTCOME_INFO[outcome].family
  if (last.step === 'cache-lookup' && result === 'hit') return 'cacheHit'
  if (last.step === 'integration') return last.verdict === 'stopped' ? 'error' : 'served'
  return last.step === 'authorizer' && effect === 'error' ? 'error' : FAMILY_OF_REFUSAL[last.step]
}

const FAMILY_OF_REFUSAL: { readonly [step in StepName]: OutcomeFamily } = {
  waf: 'denied',
  'resource-policy': 'denied',
  authorizer: 'denied',
  'api-key': 'denied',
  quota: 'throttled',
  'usage-plan-throttle': 'throttled',
  'method-throttle': 'throttled',
  'stage-throttle': 'throttled',
  'account-throttle': 'throttled',
  'connection-rate': 'throttled',
  'count-quota': 'throttled',
  'request-validator': 'rejected',
  'cache-lookup': 'denied',
  integration: 'error',
}

function elapsedOf(entries: readonly TraceEntry[]): number | null {
  const first = entries[0]
  const last = entries.at(-1)
  return first === undefined || last === undefined ? null : last.atMs - first.atMs
}

function isOutcome(value: unknown): value is OutcomeName {
  return typeof value === 'string' && value in OUTCOME_INFO
}

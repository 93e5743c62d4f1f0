import type { TracedRequest } from '@shared/contract/gateway'
import type { OutcomeFamily } from '@shared/outcome'
import { LADDER_LABELS, ROW_OF_STEP, type LadderStep } from './ladder-step'
import { familyOfTrace } from './trace-rows'

/** Where a call ended, for a table: "Throttle", "Cache hit", "Completed", "No route". */
export interface CallEnd {
  readonly text: string
  readonly step: LadderStep | null
  readonly family: OutcomeFamily
}

export function endOfCall(call: TracedRequest): CallEnd {
  const last = call.trace.at(-1)
  if (last === undefined) return undecidedEnd(call)
  const family = familyOfTrace(call.trace)
  const step = ROW_OF_STEP[last.step]
  if (family === 'served') return { text: 'Completed', step, family }
  return { text: family === 'cacheHit' ? 'Cache hit' : LADDER_LABELS[step], step, family }
}

/** Of calls that ended before the first step. */
function undecidedEnd(call: TracedRequest): CallEnd {
  if (isAnsweredPreflight(call)) return { text: 'Preflight', step: null, family: 'served' }
  return { text: call.routeKey === '' ? 'No route' : 'Not recorded', step: null, family: 'denied' }
}

/** An HTTP API with a CORS configuration answers preflights itself, before any route is looked for. */
export function isAnsweredPreflight({ protocolType, routeKey, status }: TracedRequest): boolean {
  return protocolType === 'HTTP' && routeKey === '' && status === 204
}

/** Whether a filter's words all occur in what the table shows of a call. */
export function matchesCall(call: TracedRequest, filter: string): boolean {
  const text =
    `${call.method} ${call.path} ${call.status} ${endOfCall(call).text} ${call.apiKeyName ?? ''}`.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

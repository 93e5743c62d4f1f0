import type { LogLine } from '@shared/contract/try'
import type { Trace, TraceEntry } from '@shared/trace'
import type { Flight } from '../../engine/flight'
import type { Outcome } from '../../engine/outcome'
import type { Answer } from '../answers/answer'
import type { Call } from '../call'
import { authorizerLines } from './authorizer-lines'
import { eventText, testDate } from './log-text'
import { endingLines, endpointAnswerLines, endpointRequestLines, requestLines } from './method-lines'
import { usagePlanLines } from './usage-plan-lines'

/** How a request went, for its log. */
export interface LoggedRequest {
  readonly trace: Trace
  readonly outcome: Outcome
  readonly answer: Answer
  /** On the clock of the trace. */
  readonly startedAt: Flight['startedAt']
}

/**
 * The execution log of a request that has found its method, in the words of the service. Real calls have its id before every line, as in
 * CloudWatch; a test invoke has a heading, and the date before every other line. Empty for a request whose authorizer was not asked.
 * Source: rest-api.md 12.3. Departure: lines of refusals that are not published are inferred.
 */
export function executionLog(call: Call, logged: LoggedRequest): LogLine[] {
  const lines = call.message.isTestInvoke ? methodPart(call, logged) : wholeLog(call, logged)
  return call.message.isTestInvoke ? asTest(call, lines) : asEvents(call, lines)
}

function asTest({ message }: Call, lines: readonly LogLine[]): LogLine[] {
  const heading = { at: message.receivedAt, text: `Execution log for request ${message.ids.requestId}` }
  return [heading, ...lines.map(({ at, text }) => ({ at, text: `${testDate(at)} : ${eventText(text)}` }))]
}

function asEvents({ message }: Call, lines: readonly LogLine[]): LogLine[] {
  return lines.map(({ at, text }) => ({ at, text: `(${message.ids.requestId}) ${eventText(text)}` }))
}

function wholeLog(call: Call, logged: LoggedRequest): LogLine[] {
  const { answer, trace } = logged
  const authorizer = authorizerLines(call, trace)
  if (authorizer === null) return []
  const at = timeOf(call, logged, trace.find(({ step }) => step === 'authorizer') ?? trace[0])
  const extended = `Extended Request Id: ${call.message.ids.extendedRequestId}`
  const isStopped = isBeforeAuthorizer(trace)
  const first = allAt(at, [extended, ...(isStopped ? [] : authorizer.lines)])
  const completed = `Method completed with status: ${answer.status}`
  if (isStopped || !authorizer.hasPassed) return [...first, ...allAt(endOf(call, logged), [completed])]
  const plan = usagePlanLines(call, trace)
  const checked = timeOf(call, logged, trace.find(({ step }) => step === 'account-throttle') ?? trace.at(-1))
  const second = allAt(checked, plan.lines)
  if (!plan.hasPassed) return [...first, ...second, ...allAt(checked, [completed])]
  return [...first, ...second, ...methodPart(call, logged)]
}

function methodPart(call: Call, logged: LoggedRequest): LogLine[] {
  const { answer, outcome, trace } = logged
  const { endpoint } = call
  const called = timeOf(
    call,
    logged,
    trace.find(({ step, verdict }) => step === 'integration' && verdict === 'called'),
  )
  const end = endOf(call, logged)
  const said = endpoint?.answer ?? null
  return [
    ...allAt(called, [...requestLines(call), ...(endpoint === null ? [] : endpointRequestLines(endpoint))]),
    ...allAt(end, said === null ? [] : endpointAnswerLines(said, call.integrationMs ?? 0)),
    ...allAt(end, endingLines(call, outcome, answer)),
  ]
}

function isBeforeAuthorizer(trace: Trace): boolean {
  const last = trace.at(-1)
  return last?.verdict === 'stopped' && (last.step === 'waf' || last.step === 'resource-policy')
}

function endOf(call: Call, logged: LoggedRequest): number {
  return timeOf(call, logged, logged.trace.at(-1))
}

/** Milliseconds since 1970, whole ones as the service's. */
function timeOf({ message }: Call, { startedAt }: LoggedRequest, entry: TraceEntry | undefined): number {
  return Math.round(message.receivedAt + (entry === undefined ? 0 : entry.atMs - startedAt))
}

function allAt(at: number, texts: readonly string[]): LogLine[] {
  return texts.map((text) => ({ at, text }))
}

import type { TemplateRun, TracedRequest } from '@shared/contract/gateway'
import type { Trace } from '@shared/trace'
import { formatBytes, formatMs } from '../format'
import { LADDER_LABELS, ROW_OF_STEP, type LadderStep } from './ladder-step'
import type { ParameterMappings } from './parameter-mappings'
import { rowsOfTrace, type TraceRow } from './trace-rows'

/**
 * What a call met, from the client to the answer: the engine's decisions, and what was mapped before and after the integration: the
 * templates that ran, or of an HTTP API its parameters, which the design knows.
 */
export function rowsOfCall(call: TracedRequest, answer: string, mappings?: ParameterMappings): TraceRow[] {
  const rows = rowsOfTrace(call.trace, call.protocolType).map((row) => ({
    ...row,
    elapsedMs: elapsedOf(call.trace, row.step),
  }))
  const at = rows.findIndex(({ step }) => step === 'integration')
  const wasReached = rows[at]?.verdict === 'passed' || rows[at]?.verdict === 'stopped'
  const mapping = (phase: TemplateRun['phase']): TraceRow =>
    call.protocolType === 'HTTP'
      ? parametersRow(phase, mappings?.[phase] ?? [], wasReached)
      : mappingRow(call, phase, wasReached)
  return [
    clientRow(call, answer),
    ...routeRows(call),
    ...rows.slice(0, at),
    mapping('request'),
    ...rows.slice(at),
    mapping('response'),
  ]
}

/** The decisions of a call alone, for narrow places; an HTTP API chooses the route first. */
export function decidedRows(call: TracedRequest): TraceRow[] {
  return [...routeRows(call), ...rowsOfTrace(call.trace, call.protocolType)]
}

/** REST APIs find the method on the way to the stage; HTTP APIs select a route by rules worth knowing. */
function routeRows({ protocolType, routeKey }: TracedRequest): TraceRow[] {
  if (protocolType !== 'HTTP') return []
  const found = routeKey === '$default' ? '$default: no other route takes it' : routeKey
  return [
    { step: 'route', label: LADDER_LABELS.route, verdict: 'passed', isEnd: false, found: [found], elapsedMs: null },
  ]
}

function parametersRow(phase: TemplateRun['phase'], names: readonly string[], wasReached: boolean): TraceRow {
  const step = phase === 'request' ? 'request-mapping' : 'response-mapping'
  const verdict = !wasReached ? 'not-reached' : names.length === 0 ? 'skipped' : 'passed'
  const found = verdict === 'passed' ? [names.join(', ')] : []
  return { step, label: LADDER_LABELS[step], verdict, isEnd: false, found, elapsedMs: null }
}

function clientRow(call: TracedRequest, answer: string): TraceRow {
  const key = call.apiKeyName === null ? '' : `key ${call.apiKeyName}`
  return {
    step: 'client',
    label: LADDER_LABELS.client,
    verdict: 'passed',
    isEnd: false,
    found: [[answer, key].filter((part) => part !== '').join(', ')],
    elapsedMs: call.durationMs,
  }
}

/** Since the decision before the row: what the row took. */
function elapsedOf(trace: Trace, step: LadderStep): number | null {
  const first = trace.findIndex((entry) => ROW_OF_STEP[entry.step] === step)
  const last = trace.findLast((entry) => ROW_OF_STEP[entry.step] === step)
  if (first === -1 || last === undefined) return null
  return last.atMs - (trace[first - 1] ?? trace[first]!).atMs
}

function mappingRow({ templateRuns = [] }: TracedRequest, phase: TemplateRun['phase'], wasReached: boolean): TraceRow {
  const step = phase === 'request' ? 'request-mapping' : 'response-mapping'
  const runs = templateRuns.filter((run) => run.phase === phase)
  const hasFailed = runs.some(({ error }) => error !== null)
  return {
    step,
    label: LADDER_LABELS[step],
    verdict: runs.length === 0 ? (wasReached ? 'skipped' : 'not-reached') : hasFailed ? 'stopped' : 'passed',
    isEnd: false,
    found: runs.map(runWords),
    elapsedMs: runs.length === 0 ? null : runs.reduce((sum, { durationMs }) => sum + durationMs, 0),
  }
}

/** "application/json: 312 B to 398 B". */
function runWords(run: TemplateRun): string {
  const response = run.statusCode === undefined ? '' : `${run.statusCode}, `
  if (run.error !== null) {
    const { range, message } = run.error
    return `${response}${run.contentType}: line ${range.line}, column ${range.column}: ${message}`
  }
  const warnings = run.warnings.length === 0 ? '' : `, ${run.warnings.length} warned of`
  return `${response}${run.contentType}: ${formatBytes(run.bytesIn)} to ${formatBytes(run.bytesOut)}${warnings}`
}

/** "Steps 3 ms, integration 87 ms". */
export function timesOfCall({ durationMs, integrationMs }: TracedRequest): string {
  if (integrationMs === null) return `Steps ${formatMs(durationMs)}`
  return `Steps ${formatMs(Math.max(0, durationMs - integrationMs))}, integration ${formatMs(integrationMs)}`
}

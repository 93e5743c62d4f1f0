import type { SimulationResult, SimulationRow } from '@shared/contract/simulation'
import type { TextFile } from '@shared/contract/text-file'
import { csvText, looksLikeFormula, type CsvCell } from './csv-text'
import { fileName } from './file-name'

const COLUMNS = ['table', 'key', 'requests', 'admitted', 'throttled', 'value', 'unit']

/**
 * A run as one CSV table, so that it stays one: the first column says which table a row belongs to (total, second, route, apiKey,
 * status, latency, answer, check, cost), `key` which row of it. Total, routes and keys have a column for each outcome that came up.
 */
export function resultCsv(result: SimulationResult): TextFile {
  const { scenario, totals, byOutcome, timeSeries, routes, apiKeys } = result
  const columns = [...COLUMNS, ...Object.keys(byOutcome)]
  const rows: Row[] = [
    countRow('total', { key: scenario, ...totals, outcomes: byOutcome }, byOutcome),
    ...timeSeries.requests.map((requests, index) => {
      const [admitted, throttled] = [timeSeries.admitted[index]!, timeSeries.throttled[index]!]
      return { table: 'second', key: index * timeSeries.stepSeconds, requests, admitted, throttled }
    }),
    ...routes.map((row) => countRow('route', row, byOutcome)),
    ...apiKeys.map((row) => countRow('apiKey', row, byOutcome)),
    ...values(result).map(([table, key, value, unit]) => ({ table, key, value, unit })),
  ]
  const cells = rows.map((row) => columns.map((column) => (Object.hasOwn(row, column) ? row[column]! : null)))
  return { name: fileName(scenario, '-result.csv'), text: csvText([columns, ...cells]), notes: notesOf(result) }
}

/** Cells by column; those left out are empty. */
type Row = Readonly<Record<string, CsvCell>>

function countRow(
  table: string,
  { key, requests, admitted, throttled, outcomes }: SimulationRow,
  all: SimulationResult['byOutcome'],
): Row {
  const counts = Object.keys(all).map((name) => [name, Object.hasOwn(outcomes, name) ? outcomes[name]! : 0] as const)
  return { table, key, requests, admitted, throttled, ...Object.fromEntries(counts) }
}

type ValueRow = readonly [table: string, key: string, value: number | null, unit: string]

/** Single figures: everything that is not a count of requests by outcome. */
function values({ byStatus, latency, cache, authorizer, answers, checks, cost }: SimulationResult): ValueRow[] {
  return [
    ...Object.entries(byStatus).map(([status, count]): ValueRow => ['status', status, count, 'requests']),
    ...Object.entries(latency).map(([name, value]): ValueRow => ['latency', name, value, 'ms']),
    ['cache', 'hitRatio', cache.hitRatio, 'share'],
    ['authorizer', 'calls', authorizer.calls, 'calls'],
    ['answer', 'leakedReads', answers.leakedReads, 'requests'],
    ['answer', 'staleReads', answers.staleReads, 'requests'],
    ['answer', 'allowedAfterRevocation', answers.allowedAfterRevocation, 'requests'],
    ['answer', 'retries', answers.retries.attempts, 'requests'],
    ...checks.map((check): ValueRow => ['check', checkKey(check), check.actual, check.passed ? 'passed' : 'failed']),
    ...cost.lines.map(({ id, usd }): ValueRow => ['cost', id, usd, 'USD a month']),
    ['cost', 'total', cost.total, 'USD a month'],
  ]
}

function checkKey({ metric, apiKey, route, operator, value }: SimulationResult['checks'][number]): string {
  const scope = [apiKey, route].filter((part) => part !== undefined)
  return `${metric}${scope.length === 0 ? '' : `(${scope.join(', ')})`} ${operator} ${value}`
}

function notesOf({ scenario, routes, apiKeys }: SimulationResult): string[] {
  const changed = [scenario, ...[...routes, ...apiKeys].map(({ key }) => key)].filter(looksLikeFormula)
  if (changed.length === 0) return []
  return [`An apostrophe stands before ${changed.length} names that a spreadsheet would take for a formula.`]
}

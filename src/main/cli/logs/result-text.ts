import { csvText } from '../../exporters/csv-text'
import type { InsightsResult } from '../../insights/insights-result'

/** Characters of a cell that a table shows. */
const WIDEST_CELL = 120

/** A result as GetQueryResults answers: a list of fields for each row, without those that it does not have. */
export function resultJson(
  { columns, rows, recordsMatched, recordsScanned, notes }: InsightsResult,
  bytesScanned: number,
): string {
  const results = rows.map((row) =>
    row.flatMap((value, index) => (value === null ? [] : [{ field: columns[index]!.name, value }])),
  )
  const statistics = { recordsMatched, recordsScanned, bytesScanned }
  return JSON.stringify({ status: 'Complete', results, statistics, columns, notes })
}

/** Begin like a formula and are none: a dash for nothing, numbers with a sign, names of fields. */
const HARMLESS = /^(?:-|[-+]?\d+(?:\.\d+)?|@[\w.@]+)$/

/** With a header, and lines that end with CRLF. */
export function resultCsv({ columns, rows }: InsightsResult): string {
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(value: string | null): string {
  return value !== null && HARMLESS.test(value) ? value : csvText([[value]]).slice(0, -2)
}

/** A table for a person, numbers to the right. */
export function resultTable({ columns, rows, recordsMatched, recordsScanned }: InsightsResult): string {
  const header = columns.map(({ name }) => name)
  const lines = [header, ...rows.map((row) => row.map(cellText))]
  const widths = header.map((_, index) => lines.reduce((width, line) => Math.max(width, line[index]!.length), 0))
  const write = (line: readonly string[]): string =>
    line
      .map((cell, index) =>
        columns[index]!.kind === 'number' ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd()
  const found = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}; ${recordsMatched} of ${recordsScanned} records matched.`
  return [...lines.map(write), '', found].join('\n')
}

function cellText(value: string | null): string {
  const text = (value ?? '').replace(/\s*[\r\n]+\s*/g, ' ')
  return text.length <= WIDEST_CELL ? text : `${text.slice(0, WIDEST_CELL - 1)}…`
}

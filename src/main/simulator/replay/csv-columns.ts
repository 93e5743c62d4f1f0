import type { LogEntry, LogField } from './log-entry'
import type { LogFields } from './log-fields'

const DELIMITERS = [',', ';', '\t']

/** The columns of a CSV log, from its header line. */
export interface CsvColumns {
  readonly delimiter: string
  /** Null for a column of no use. */
  readonly fields: readonly (LogField | null)[]
}

/** Null for a line that is no header: one that names a time and what was called. */
export function readCsvHeader(line: string, fields: LogFields): CsvColumns | null {
  const columns = DELIMITERS.map((delimiter) => ({
    delimiter,
    fields: splitCsv(line, delimiter).map((name) => fields.of(name)),
  }))
  return columns.find(({ fields: names }) => names.some(isTime) && names.some(isTarget)) ?? null
}

/** Says what is wrong, or null. */
export function parseCsvLine(line: string, entry: LogEntry, { delimiter, fields }: CsvColumns): string | null {
  const values = splitCsv(line, delimiter)
  if (values.length !== fields.length) return `has ${values.length} columns, the header ${fields.length}`
  fields.forEach((field, at) => {
    if (field !== null && entry[field] === '') entry[field] = values[at]!
  })
  return null
}

function isTime(field: LogField | null): boolean {
  return field === 'requestTimeEpoch' || field === 'requestTime' || field === 'timestamp'
}

function isTarget(field: LogField | null): boolean {
  return field === 'resourcePath' || field === 'routeKey' || field === 'path' || field === 'request'
}

/** Source: RFC 4180, section 2: a field in quotes may hold the delimiter, and a quote twice. */
function splitCsv(line: string, delimiter: string): string[] {
  const values: string[] = []
  for (let at = 0; ;) {
    const isQuoted = line[at] === '"'
    const closes = isQuoted ? endOfQuoted(line, at) : at
    const next = line.indexOf(delimiter, closes)
    const end = next === -1 ? line.length : next
    values.push(isQuoted ? line.slice(at + 1, closes).replaceAll('""', '"') : line.slice(at, end).trim())
    if (next === -1) return values
    at = next + 1
  }
}

/** Where the closing quote stands, or the line ends. */
function endOfQuoted(line: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = line.indexOf('"', at)
    if (at === -1) return line.length
    if (line[at + 1] !== '"') return at
  }
}

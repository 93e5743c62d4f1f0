import type { AccessLogFormat } from '@shared/design/scenario'
import { readCsvHeader, parseCsvLine, type CsvColumns } from './csv-columns'
import { clearLogEntry, newLogEntry, type LogEntry } from './log-entry'
import { LogFields } from './log-fields'
import { LogLines } from './log-lines'
import type { LogReader } from './log-reader'
import { isClfLine, parseClfLine } from './parse-clf-line'
import { parseJsonLine } from './parse-json-line'

/** The requests of an access log, in the order it has them. */
export class AccessLog {
  /** Of the request that `next` read last. */
  readonly entry: LogEntry = newLogEntry()
  private readonly lines: LogLines
  private readonly fields = new LogFields()
  private format: AccessLogFormat | null
  private columns: CsvColumns | null = null

  /** Without a format it is that of the first line which looks like one. */
  constructor(reader: LogReader, format: AccessLogFormat | null = null) {
    this.lines = new LogLines(reader)
    this.format = format
  }

  /** Number of the line that `next` read last, from 1. */
  get line(): number {
    return this.lines.number
  }

  /** Read the next line that is not empty: null when `entry` holds it, what is wrong with it otherwise, undefined after the last one. */
  next(): string | null | undefined {
    for (;;) {
      const line = this.lines.next()
      if (line === null) return undefined
      if (line === undefined) return 'is longer than 64 KB'
      if (line.trim() === '') continue
      const isHeader = this.columns === null && this.isHeader(line)
      if (!isHeader) return this.parse(line)
    }
  }

  /** Find out the format, if need be; whether the line is the header of a CSV log. */
  private isHeader(line: string): boolean {
    this.format ??= line.trimStart().startsWith('{') ? 'JSON' : isClfLine(line) ? 'CLF' : null
    if (this.format === 'JSON' || this.format === 'CLF') return false
    this.columns = readCsvHeader(line, this.fields)
    if (this.columns === null) return false
    this.format = 'CSV'
    return true
  }

  private parse(line: string): string | null {
    clearLogEntry(this.entry)
    switch (this.format) {
      case 'JSON':
        return parseJsonLine(line, this.entry, this.fields)
      case 'CLF':
        return parseClfLine(line, this.entry)
      case 'CSV':
        return this.columns === null
          ? 'is no header that names a time and a path'
          : parseCsvLine(line, this.entry, this.columns)
      case null:
        return 'is neither JSON nor in the common log format, nor a CSV header that names a time and a path'
    }
  }
}

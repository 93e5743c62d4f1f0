import type { LogRecord } from '../../insights/log-record'
import { parseLogTime } from '../../simulator/replay/parse-log-time'

/** What CloudWatch writes before a message where it exports it: the event's instant. */
const EXPORTED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)\s+(?=[{(])/

/** A line of a log file as a record: where an instant stands before its message, they are taken apart. */
export function lineRecord(line: string, file: string): LogRecord {
  const exported = EXPORTED.exec(line)
  const time = exported === null ? null : parseLogTime(exported[1]!)
  if (exported === null || time === null) return { '@message': line, '@logStream': file }
  return { '@message': line.slice(exported[0].length), '@timestamp': time.at, '@logStream': file }
}

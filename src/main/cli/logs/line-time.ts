import { newLogEntry, clearLogEntry, isLogged } from '../../simulator/replay/log-entry'
import { LogFields } from '../../simulator/replay/log-fields'
import { isClfLine, parseClfLine } from '../../simulator/replay/parse-clf-line'
import { parseJsonLine } from '../../simulator/replay/parse-json-line'
import { parseLogTime } from '../../simulator/replay/parse-log-time'

/** "Thu Aug 08 10:11:12 UTC 2024 : Starting execution ...": the log of a test invoke. */
const TEST_LINE = /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) UTC (\d{4}) : /
/** "2026-04-09T18:55:00.123Z ERROR ...", with a space for the T or without an offset. */
const DATED_LINE = /^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)/

/**
 * Reads the instant that a line of an access or execution log tells, in milliseconds since 1970; null where it tells none. One reader is
 * for one query: it remembers the names of the log's members.
 */
export function lineTimeReader(): (line: string) => number | null {
  const entry = newLogEntry()
  const fields = new LogFields()
  return (line) => {
    clearLogEntry(entry)
    if (line.startsWith('{')) {
      if (parseJsonLine(line, entry, fields) !== null) return null
    } else if (!isClfLine(line) || parseClfLine(line, entry) !== null) return textTime(line)
    const told = [entry.requestTimeEpoch, entry.requestTime, entry.timestamp].find(isLogged)
    return told === undefined ? null : (parseLogTime(told)?.at ?? null)
  }
}

function textTime(line: string): number | null {
  const test = TEST_LINE.exec(line)
  if (test !== null) return parseLogTime(`${test[2]}/${test[1]}/${test[4]}:${test[3]} +0000`)?.at ?? null
  const dated = DATED_LINE.exec(line)
  return dated === null ? null : (parseLogTime(dated[1]!)?.at ?? null)
}

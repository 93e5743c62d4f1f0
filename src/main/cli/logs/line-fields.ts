import { newLogEntry } from '../../simulator/replay/log-entry'
import { parseClfLine } from '../../simulator/replay/parse-clf-line'

/** What follows the request in the common log format: status, bytes, and API Gateway's own addition, the request id. */
const AFTER_REQUEST = /" ?(\d{3}|-) (\d+|-)(?: ([\w-]+))?\s*$/
/** "GET /orders/7 HTTP/1.1". */
const REQUEST = /^(\S+) (\S+)(?: (\S+))?$/
/** "(5c6af9ac-...) Method completed with status: 200". */
const EXECUTION = /^\(([\w-]{8,})\) /

/**
 * Fields of a line that is no JSON: of one in the common log format under the names of the guide's JSON format, of an execution log its
 * request id; null of any other. Departure: CloudWatch finds no fields in such lines without parse.
 */
export function lineFields(line: string): ReadonlyMap<string, string> | null {
  const execution = EXECUTION.exec(line)
  if (execution !== null) return new Map([['requestId', execution[1]!]])
  const entry = newLogEntry()
  if (parseClfLine(line, entry) !== null) return null
  const [, httpMethod, resourcePath, protocol] = REQUEST.exec(entry.request) ?? []
  const [, status, responseLength, requestId] = AFTER_REQUEST.exec(line) ?? []
  const { ip, caller, user, requestTime } = entry
  const found = { ip, caller, user, requestTime, httpMethod, resourcePath, protocol, status, responseLength, requestId }
  return new Map(Object.entries(found).filter((member): member is [string, string] => member[1] !== undefined))
}

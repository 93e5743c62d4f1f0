import type { LogEntry } from './log-entry'

/**
 * host ident user [time] "request" status bytes, and what may follow. API Gateway's own preset has no space before the request, and the
 * caller for ident. Source: API Gateway Developer Guide, "Set up API logging", CLF.
 */
const LINE = /^(\S+) (\S+) (\S+) ?\[([^\]]*)\] ?"((?:[^"\\]|\\.)*)" ?(\S+)/

export function isClfLine(line: string): boolean {
  return LINE.test(line)
}

/** Says what is wrong, or null. */
export function parseClfLine(line: string, entry: LogEntry): string | null {
  const parts = LINE.exec(line)
  if (parts === null) return 'is not in the common log format'
  entry.ip = parts[1]!
  entry.caller = parts[2]!
  entry.user = parts[3]!
  entry.requestTime = parts[4]!
  entry.request = parts[5]!
  return null
}

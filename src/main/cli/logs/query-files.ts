import { setImmediate } from 'node:timers/promises'
import type { InsightsRun } from '../../insights/start-query'
import { LogLines } from '../../simulator/replay/log-lines'
import { lineRecord } from './line-record'
import { openLogFile } from './open-log-file'

/** Lines after which others, and Ctrl-C, get their turn. */
const TURN_LINES = 20_000

export interface FilesQuestion {
  readonly run: InsightsRun
  readonly timeOf: (line: string) => number | null
  /** Milliseconds since 1970; only lines at `from` or later, and before `to`, count. Null: no bound. */
  readonly from: number | null
  readonly to: number | null
  readonly signal: AbortSignal
}

export interface FilesRead {
  readonly bytes: number
  readonly tooLong: number
  /** Lines that tell no instant, where bounds are given. */
  readonly undated: number
}

/** Give the lines of files to a run, one after the other; never more than a piece of a file is held. Throws `import/unreadable`. */
export async function queryFiles(paths: readonly string[], question: FilesQuestion): Promise<FilesRead> {
  const read = { bytes: 0, tooLong: 0, undated: 0 }
  for (const path of paths) {
    const file = openLogFile(path)
    try {
      await readLines(path, new LogLines(file), question, read)
    } finally {
      read.bytes += file.bytesRead
      file.close()
    }
  }
  return read
}

async function readLines(
  path: string,
  lines: LogLines,
  question: FilesQuestion,
  read: { tooLong: number; undated: number },
): Promise<void> {
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line === undefined) read.tooLong++
    else if (line !== '') take(line, path, question, read)
    if (lines.number % TURN_LINES !== 0) continue
    await setImmediate()
    if (question.signal.aborted) return
  }
}

function take(line: string, path: string, { run, timeOf, from, to }: FilesQuestion, read: { undated: number }): void {
  const record = lineRecord(line, path)
  if (from === null && to === null) return run.push(record)
  const at = record['@timestamp'] ?? timeOf(record['@message'])
  if (at === null) read.undated++
  else if ((from === null || at >= from) && (to === null || at < to)) run.push({ ...record, '@timestamp': at })
}

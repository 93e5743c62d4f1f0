import type { LogRecord } from '../log-record'
import { runQuery } from '../run-query'

type Rows = readonly Readonly<Record<string, string>>[]

/** 1 May 2026, 10:00 UTC. */
const STARTED_AT = 1_777_629_600_000

/** Records a second apart from 1 May 2026, 10:00 UTC on; objects become JSON messages. */
export function recordsOf(messages: readonly (string | object)[]): LogRecord[] {
  return messages.map((message, index) => ({
    '@timestamp': STARTED_AT + index * 1000,
    '@message': typeof message === 'string' ? message : JSON.stringify(message),
    '@logStream': 'stream',
  }))
}

/** The rows of an answer as objects, without the fields that a row does not have. Throws for a query with problems. */
export function answer(query: string, records: Iterable<LogRecord>): Rows {
  const { result, problems } = runQuery(query, records)
  if (result === null || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return result.rows.map((row) =>
    Object.fromEntries(row.flatMap((value, index) => (value === null ? [] : [[result.columns[index]!.name, value]]))),
  )
}

/** The one column of an answer. */
export function column(query: string, messages: readonly (string | object)[]): (string | undefined)[] {
  return answer(query, recordsOf(messages)).map((row) => Object.values(row)[0])
}

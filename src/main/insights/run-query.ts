import type { InsightsResult } from './insights-result'
import type { LogRecord } from './log-record'
import type { InsightsProblem } from './parse/insights-problem'
import type { QuerySource } from './run/query-source'
import { startQuery } from './start-query'

/** Answer a query over records that are all there. `result` is null where the query has errors. */
export function runQuery(
  text: string,
  records: Iterable<LogRecord>,
  source: QuerySource = {},
): { readonly result: InsightsResult | null; readonly problems: readonly InsightsProblem[] } {
  const { run, problems } = startQuery(text, source)
  if (run === null) return { result: null, problems }
  for (const record of records) run.push(record)
  return { result: run.finish(), problems }
}

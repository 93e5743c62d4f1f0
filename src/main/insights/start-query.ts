import type { InsightsResult } from './insights-result'
import type { LogRecord } from './log-record'
import { parseQuery, type ParsedQuery } from './parse/parse-query'
import type { InsightsProblem } from './parse/insights-problem'
import { QueryProblems } from './parse/query-problems'
import { Compilation, type LoaderHolder } from './run/compilation'
import { QueryPlanner } from './run/query-planner'
import type { QuerySource } from './run/query-source'
import { RecordLoader } from './run/record-loader'
import { ResultStage } from './run/result-stage'
import { Row } from './run/row'
import type { ShownColumn } from './run/shown-columns'
import type { RunState, Stage, StageMaker } from './run/stage'

/** A query that is being answered: give it records in any order, then finish it. Only what the answer needs is kept of them. */
export interface InsightsRun {
  push(record: LogRecord): void
  /** Once, after the last record. */
  finish(): InsightsResult
}

/** A run, or null where the query has errors; warnings leave it a run. */
export interface StartedQuery {
  readonly run: InsightsRun | null
  /** All of them, in the order of the text. */
  readonly problems: readonly InsightsProblem[]
}

/**
 * Make ready to answer a query of CloudWatch Logs Insights.
 * Source: observability-and-cost.md 3.
 */
export function startQuery(text: string, source: QuerySource = {}): StartedQuery {
  const parsed = parseQuery(text)
  if (parsed.query === null) return { run: null, problems: parsed.problems }
  const { plan, problems } = planQuery(parsed.query, text)
  const all = [...parsed.problems, ...problems].sort((a, b) => a.line - b.line || a.column - b.column)
  return { run: plan === null ? null : startRun(plan, source), problems: all }
}

/** What is wrong with a query, without running it. */
export function checkQuery(text: string): readonly InsightsProblem[] {
  return startQuery(text).problems
}

interface Plan {
  readonly to: Compilation
  /** The slots of records, whatever stats makes of them. */
  readonly records: Compilation['scope']
  readonly makers: readonly StageMaker[]
  readonly shown: readonly ShownColumn[]
}

function planQuery(
  { commands }: NonNullable<ParsedQuery['query']>,
  text: string,
): { plan: Plan | null; problems: readonly InsightsProblem[] } {
  const problems = new QueryProblems(text)
  const holder: LoaderHolder = { loader: null }
  const to = new Compilation(text, problems, holder)
  const records = to.scope
  const planner = new QueryPlanner(to)
  for (const command of commands) planner.add(command)
  const shown = planner.finish()
  const plan = problems.hasErrors ? null : { to, records, makers: planner.makers, shown }
  return { plan, problems: problems.all }
}

function startRun({ to, records, makers, shown }: Plan, source: QuerySource): InsightsRun {
  const loader = new RecordLoader(records.fieldNames, records.quick, source)
  to.holder.loader = loader
  const keep = (row: Row): Row => row.copy(row.record === null ? null : loader.kept(row.record))
  const state: RunState & { notes: Set<string> } = { notes: new Set(), matched: 0, keep }
  const result = new ResultStage(shown)
  const first = makers.reduceRight<Stage>((next, make) => make(next, state), result)
  const row = new Row(records.size)
  let scanned = 0
  return {
    push: (record) => {
      row.start(record, scanned++)
      first.push(row)
    },
    finish: () => {
      first.end()
      return {
        columns: result.columns,
        rows: result.rows,
        pointers: to.scope === records ? result.numbers : null,
        recordsScanned: scanned,
        recordsMatched: state.matched,
        notes: [...state.notes],
      }
    },
  }
}

import { readFile } from 'node:fs/promises'
import { GatewrightError } from '@shared/contract/errors'
import type { InsightsProblem } from '../insights/parse/insights-problem'
import { GUIDE_QUERIES } from '../insights/guide-queries'
import { startQuery, type InsightsRun } from '../insights/start-query'
import { parseLogTime } from '../simulator/replay/parse-log-time'
import { reasonOf } from '../storage/error-code'
import {
  DONE,
  INTERRUPTED,
  UsageError,
  WRONG_USAGE,
  type Command,
  type CommandContext,
  type CommandIo,
} from './command'
import { lineFields } from './logs/line-fields'
import { lineTimeReader } from './logs/line-time'
import { queryFiles, type FilesRead } from './logs/query-files'
import { resultCsv, resultJson, resultTable } from './logs/result-text'

export const logsCommand: Command = {
  name: 'logs',
  usage: 'logs query <file...> --query TEXT|--query-file F [--from TIME] [--to TIME] [--csv] [--json]',
  summary: 'Answers a query of CloudWatch Logs Insights over access or execution logs in files.',
  options: {
    query: { type: 'string' },
    'query-file': { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    csv: { type: 'boolean' },
  },
  optionHelp: {
    query: 'The query, as in "filter status >= 500 | stats count(*) by resourcePath".',
    'query-file': 'A file that holds the query.',
    from: 'Only records of this instant or later: 2026-04-09T18:55:00Z, or milliseconds since 1970.',
    to: 'Only records before this instant.',
    csv: 'Rows as CSV with a header.',
    json: 'The result as GetQueryResults answers it.',
  },
  run,
  describe: () => Promise.resolve({ queries: GUIDE_QUERIES }),
}

interface GivenQuery {
  readonly text: string
  /** What messages call it. */
  readonly name: string
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const paths = logFiles(context)
  if (values['csv'] && values['json']) throw new UsageError('--csv does not go with --json.')
  const [from, to] = [instant(values, 'from'), instant(values, 'to')]
  if (from !== null && to !== null && from >= to) throw new UsageError('--from must be before --to.')
  const query = await givenQuery(values)
  const timeOf = lineTimeReader()
  const { run: started, problems } = startQuery(query.text, {
    timeOf,
    fieldsOfText: lineFields,
    areMessagesSlices: true,
  })
  for (const problem of problems) io.err(problemLine(problem, query.name))
  if (started === null) return WRONG_USAGE
  const read = await queryFiles(paths, { run: started, timeOf, from, to, signal: io.signal })
  if (io.signal.aborted) return INTERRUPTED
  tellResult(started, read, context)
  tellSkipped(read, io)
  return DONE
}

function logFiles({ positionals }: CommandContext): readonly string[] {
  const [action, ...paths] = positionals
  if (action !== 'query') {
    throw new UsageError(
      action === undefined ? 'Name what to do: query.' : `logs can do one thing, query; not "${action}".`,
    )
  }
  if (paths.length === 0) throw new UsageError('Name at least one log file.')
  return paths
}

async function givenQuery(values: CommandContext['values']): Promise<GivenQuery> {
  const { query, 'query-file': path } = values
  if (query !== undefined && path !== undefined) throw new UsageError('Give --query or --query-file, not both.')
  if (typeof query === 'string') return { text: query, name: 'query' }
  if (typeof path !== 'string') throw new UsageError('Give the query with --query or --query-file.')
  try {
    return { text: await readFile(path, 'utf8'), name: path }
  } catch (error) {
    const message = `${path} cannot be read: ${reasonOf(error)}.`
    throw new GatewrightError('import/unreadable', message, { cause: error, details: { path } })
  }
}

function instant(values: CommandContext['values'], name: string): number | null {
  const text = values[name]
  if (typeof text !== 'string') return null
  const time = parseLogTime(text) ?? parseLogTime(`${text}T00:00:00Z`)
  if (time !== null) return time.at
  throw new UsageError(`--${name} takes an instant such as 2026-04-09T18:55:00Z, not "${text}".`)
}

/** "query:2:3: error: There is no command ...". */
function problemLine({ line, column, severity, message }: InsightsProblem, name: string): string {
  return `${name}:${line}:${column}: ${severity}: ${message}`
}

function tellResult(started: InsightsRun, read: FilesRead, { io, values }: CommandContext): void {
  const result = started.finish()
  if (values['json']) io.out(resultJson(result, read.bytes))
  // `out` ends its line, so the last end of a line is left to it.
  else if (values['csv']) io.out(resultCsv(result).replace(/\r\n$/, '\r'))
  else io.out(resultTable(result))
  for (const note of result.notes) io.err(note)
}

function tellSkipped({ tooLong, undated }: FilesRead, io: CommandIo): void {
  if (tooLong > 0) io.err(`Lines longer than 64 KB were passed over: ${tooLong}.`)
  if (undated > 0) io.err(`Lines that tell no instant were left out, because of --from or --to: ${undated}.`)
}

import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CaseResult } from './conformance-suite'
import { runConformance, type ConformanceReport } from './run-conformance'
import { ALL_SUITES } from './suites/all-suites'

/** What the command prints and how it ends: 0 nothing failed, 1 something did, 2 wrong usage or unreadable input. */
export interface CommandResult {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

const USAGE = `npm run conformance -- [--dir DIR] [--json]

Plays every suite folder in DIR (${defaultDirectoryText()} when none is given) against the engine.
--json prints {"suites":{"rest":{"total":9,"passed":9,"failed":["id"],"skipped":["id"]}}}.
`

function defaultDirectoryText(): string {
  return '../shared/conformance'
}

/** `defaultDirectory` is played when no `--dir` is given; where it is absent there is nothing to do, which is no error. */
export async function conformanceCommand(args: readonly string[], defaultDirectory: string): Promise<CommandResult> {
  const options = parseOptions(args)
  if (typeof options === 'string') return { exitCode: 2, stdout: '', stderr: `${options}\n\n${USAGE}` }
  if (options.help) return { exitCode: 0, stdout: USAGE, stderr: '' }
  const directory = options.dir ?? defaultDirectory
  if (!existsSync(directory)) return absent(directory, options)
  try {
    const report = (await runConformance(directory, ALL_SUITES)) ?? { suites: {} }
    const hasFailures = Object.values(report.suites).some(({ failed }) => failed.length > 0)
    return { exitCode: hasFailures ? 1 : 0, stdout: options.json ? jsonText(report) : tableText(report), stderr: '' }
  } catch (error) {
    return { exitCode: 2, stdout: '', stderr: `${directory} cannot be read: ${(error as Error).message}\n` }
  }
}

interface Options {
  readonly dir?: string
  readonly json?: boolean
  readonly help?: boolean
}

function parseOptions(args: readonly string[]): Options | string {
  try {
    return parseArgs({
      args: [...args],
      options: { dir: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    }).values
  } catch (error) {
    return (error as Error).message
  }
}

function absent(directory: string, { dir, json }: Options): CommandResult {
  if (dir !== undefined)
    return { exitCode: 2, stdout: '', stderr: `${directory} does not exist: name a folder of suites.\n` }
  const stderr = `${directory} does not exist: no conformance case was played.\n`
  return { exitCode: 0, stdout: json ? '{"suites":{}}\n' : '', stderr }
}

function jsonText({ suites }: ConformanceReport): string {
  const ids = Object.entries(suites).map(([name, { total, passed, failed, skipped }]) => [
    name,
    { total, passed, failed: failed.map(({ id }) => id), skipped: skipped.map(({ id }) => id) },
  ])
  return `${JSON.stringify({ suites: Object.fromEntries(ids) })}\n`
}

function tableText({ suites }: ConformanceReport): string {
  const lines = Object.entries(suites).flatMap(([name, { total, passed, failed, skipped }]) => [
    `${name}: ${passed} of ${total} passed, ${failed.length} failed, ${skipped.length} skipped`,
    ...failedTags(failed),
    ...failed.map(({ id, message = '' }) => `  failed: ${id}: ${message}`),
  ])
  return `${lines.join('\n')}\n`
}

/** How many of the failures may be taken apart from the others, by tag. */
function failedTags(failed: readonly CaseResult[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of failed.flatMap(({ tags = [] }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].map(([tag, count]) => `  of the failed ones tagged ${tag}: ${count}`)
}

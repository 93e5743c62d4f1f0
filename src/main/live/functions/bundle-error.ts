import { relative, resolve } from 'node:path'
import type { Message } from 'esbuild'
import type { FunctionError } from './handler-messages'

/** A bundle that could not be made. */
export interface BundleError {
  readonly error: FunctionError
  /** What is wrong and where, for the function's log: "orders.ts:3:10: Expected ...", and the line of code. */
  readonly lines: readonly string[]
}

/** Problems that are told. */
const MAX_PROBLEMS = 10

/** What esbuild found wrong with a handler, as Lambda reports code that cannot be loaded. `folder`: what paths are shown relative to. */
export function bundleError(thrown: unknown, folder: string): BundleError {
  const problems = problemsOf(thrown).slice(0, MAX_PROBLEMS)
  const [first] = problems
  if (first === undefined) {
    return { error: { errorType: 'Runtime.ImportModuleError', errorMessage: String(thrown) }, lines: [String(thrown)] }
  }
  const isMissing = first.text.startsWith('Could not resolve')
  const errorType = isMissing ? 'Runtime.ImportModuleError' : 'Runtime.UserCodeSyntaxError'
  const lines = problems.flatMap((problem) => [lineOf(problem, folder), ...codeOf(problem)])
  return { error: { errorType, errorMessage: lineOf(first, folder) }, lines }
}

/** Columns count from 1, as editors show them. */
function lineOf({ text, location }: Message, folder: string): string {
  if (location === null) return text
  return `${relative(folder, resolve(folder, location.file))}:${location.line}:${location.column + 1}: ${text}`
}

function codeOf({ location }: Message): string[] {
  return location === null || location.lineText === '' ? [] : [`    ${location.lineText.slice(0, 500)}`]
}

function problemsOf(thrown: unknown): readonly Message[] {
  const errors = thrown instanceof Error && 'errors' in thrown ? thrown.errors : undefined
  return Array.isArray(errors) ? (errors as readonly Message[]) : []
}

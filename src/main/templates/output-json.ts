import type { OutputJson } from '@shared/contract/template'
import { LineIndex } from '../documents/line-index'
import { readJson } from '../documents/read-json'

/** Deeper outputs that are no JSON are not looked through. */
const MAX_DEPTH = 1_000

/** Whether an output is JSON (RFC 8259), and where it stops being it. */
export function outputJson(output: string): OutputJson {
  if (isJson(output)) return { valid: true }
  if (output.trim() === '') return { valid: false, message: 'The output is empty.', line: 1, column: 1 }
  const { diagnostics } = readJson(output, new LineIndex(output), MAX_DEPTH)
  const problem = diagnostics.findLast(({ severity }) => severity === 'error')
  const { line = 1, column = 1 } = problem?.range ?? {}
  return { valid: false, message: problem?.message ?? 'The output begins with a byte order mark.', line, column }
}

/** The built-in reader has no limit of depth and says nothing of places that is worth reading. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

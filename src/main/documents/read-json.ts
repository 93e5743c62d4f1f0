import { JsonReader, JsonSyntaxProblem } from './json-reader'
import type { LineIndex } from './line-index'
import { JsonTree } from './json-tree'
import { treeOf, type ReadTree } from './read-tree'
import { textDiagnostic } from './text-diagnostic'

/** Read JSON (RFC 8259). Repeated keys are warned of and the last one counts; reading ends at the first break of the syntax. */
export function readJson(text: string, lines: LineIndex, maxDepth: number): ReadTree {
  const reader = new JsonReader(text, lines, maxDepth)
  try {
    const value = reader.readAll()
    return new JsonTree(text, reader.tape, value, reader.diagnostics)
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxProblem)) throw problem
    const last = textDiagnostic(problem.code, problem.message, lines.at(problem.offset))
    return treeOf(null, [...reader.diagnostics, last])
  }
}

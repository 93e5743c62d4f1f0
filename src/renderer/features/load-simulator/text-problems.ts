import type { Diagnostic } from '@shared/diagnostic'
import type { EditorProblem } from '../../ui/code-editor/code-editor-props'
import { offsetOf, textLines } from '../../ui/code-editor/text-lines'

/** Problems of a text as the editor marks them: from their place to the end of its line. Those without a place are not marked. */
export function editorProblems(text: string, diagnostics: readonly Diagnostic[]): EditorProblem[] {
  const lines = textLines(text)
  return diagnostics.flatMap(({ message, severity, range }) => {
    if (range === undefined) return []
    const start = offsetOf(lines, { lineNumber: range.line, column: range.column })
    const end = offsetOf(lines, { lineNumber: range.line, column: Number.MAX_SAFE_INTEGER })
    return [{ message, severity, range: { start, end: Math.max(end, start + 1) } }]
  })
}

/** Of the problems of a whole design, those of one scenario, with pointers from there on. */
export function problemsOfScenario(diagnostics: readonly Diagnostic[], pointer: string): Diagnostic[] {
  return diagnostics
    .filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
    .map((each) => ({ ...each, pointer: each.pointer.slice(pointer.length) }))
}

/** "Applied", "2 problems, not applied". */
export function textState(isApplied: boolean, problems: number): string {
  const words = problems === 0 ? '' : `${problems} problem${problems === 1 ? '' : 's'}`
  if (isApplied) return words === '' ? 'Applied' : `Applied, ${words}`
  return words === '' ? 'Reading …' : `${words}, not applied`
}

import type { Diagnostic, Severity, TextRange } from '@shared/diagnostic'

/**
 * What can be wrong with a text before anybody asks what it describes.
 *
 * - `text/compressed`, `text/not-text`, `text/not-utf8`: the bytes are no text that is read here.
 * - `text/too-large`, `text/empty`: nothing is read of it.
 * - `text/json-syntax`, `text/yaml-syntax`: the rules of the notation are broken.
 * - `text/too-deep`, `text/alias-expansion`: it would cost more than any honest document does.
 * - `text/duplicate-key`: a warning in JSON (the last one counts), an error in YAML.
 * - `text/unsafe-key`: `__proto__`.
 * - `text/number-out-of-range`: no double holds it.
 * - `text/unknown-tag`, `text/unknown-anchor`, `text/bad-merge`, `text/several-documents`: YAML that is not read.
 * - `text/more-problems`: the list was cut.
 */
export type TextDiagnosticCode = `text/${
  | 'compressed'
  | 'not-text'
  | 'not-utf8'
  | 'too-large'
  | 'empty'
  | 'json-syntax'
  | 'yaml-syntax'
  | 'too-deep'
  | 'alias-expansion'
  | 'duplicate-key'
  | 'unsafe-key'
  | 'number-out-of-range'
  | 'unknown-tag'
  | 'unknown-anchor'
  | 'bad-merge'
  | 'several-documents'
  | 'more-problems'}`

/** A diagnostic about a text as such; its pointer is "" because the text has no structure yet. */
export function textDiagnostic(
  code: TextDiagnosticCode,
  message: string,
  range: TextRange | undefined,
  severity: Severity = 'error',
): Diagnostic {
  return { code, severity, message, pointer: '', ...(range && { range }) }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

const MOST_PROBLEMS = 200

/** The first 200 and a line that says how many there were: a file that is no text at all can have one per character. */
export function cutProblems(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= MOST_PROBLEMS) return [...diagnostics]
  const rest = diagnostics.length - MOST_PROBLEMS
  const last = textDiagnostic('text/more-problems', `There are ${rest} more problems like these.`, undefined, 'info')
  return [...diagnostics.slice(0, MOST_PROBLEMS), last]
}

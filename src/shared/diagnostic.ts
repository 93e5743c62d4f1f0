/** A problem of a design, an import or a scenario. Always all of them are returned, never only the first; nothing is thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** Names the thing, what is wrong and what to do. */
  readonly message: string
  /** JSON pointer into the document the diagnostic is about, as in "/apis/0/stages/prod"; "" for the whole. */
  readonly pointer: string
  /** Where in the source text, when there is one. */
  readonly range?: TextRange
}

export type Severity = 'error' | 'warning' | 'info'

/** Both from 1. */
export interface TextRange {
  readonly line: number
  readonly column: number
}

/** "area/what-is-wrong". Areas: text, project, design, import, export, scenario, live. */
export type DiagnosticCode = `${'text' | 'project' | 'design' | 'import' | 'export' | 'scenario' | 'live'}/${string}`

/** Escape one segment of a JSON pointer. */
export function pointerSegment(name: string): string {
  // Almost no name has either, and this is asked for every member of every document.
  if (!name.includes('/') && !name.includes('~')) return name
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** ["apis", 0, "stages", "a/b"] -> "/apis/0/stages/a~1b". */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${pointerSegment(String(segment))}`).join('')
}

import type { Diagnostic } from '@shared/diagnostic'

/** What a message does not tell yet: it may be that of the only diagnostic, with its place. */
export function unsaidDiagnostics(message: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const [only] = diagnostics
  return diagnostics.length === 1 && only !== undefined && message.includes(only.message) ? [] : diagnostics
}

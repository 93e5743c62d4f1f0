import type { Design } from '../design/design'
import type { Diagnostic } from '../diagnostic'

/** What came out of reading a document. `design` is null when it could not be read at all; the diagnostics then say why. */
export interface ImportReport {
  readonly fileName: string
  /** "OpenAPI 3.0", "Gatewright project". */
  readonly format: string
  readonly design: Design | null
  readonly diagnostics: readonly Diagnostic[]
  readonly carried: readonly ImportLine[]
}

/** One thing that was understood, in words: "POST /orders, AWS_PROXY". */
export interface ImportLine {
  readonly text: string
  readonly outcome: 'carried' | 'approximated' | 'kept' | 'dropped'
  readonly pointer: string
}

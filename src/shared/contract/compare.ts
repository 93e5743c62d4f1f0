import type { ApiChange } from '../design/compare/design-comparison'
import type { Diagnostic } from '../diagnostic'

/** What a comparison of the open design with another document found. */
export interface CompareAnswer {
  /** "template.yaml", and what it was read as: "SAM template". */
  readonly fileName: string
  readonly format: string
  /** Null when the document could not be read; `diagnostics` then say why. */
  readonly changes: readonly ApiChange[] | null
  readonly diagnostics: readonly Diagnostic[]
}

import type { EditorSpan } from '../code-editor-props'

/** One proposal. The span is what it replaces. */
export interface Completion extends EditorSpan {
  readonly label: string
  readonly kind: 'variable' | 'method' | 'field' | 'property' | 'directive'
  /** A type or a signature: "String", "$input.path(jsonPath)". */
  readonly detail: string
  /** Plain sentences. */
  readonly doc: string
  readonly insert: string
  readonly isSnippet: boolean
}

import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import type { Template } from './template'

/** What every part of a template's import needs. */
export interface TemplateContext {
  /** Resolved. */
  readonly template: Template
  /** Pointers are into the template, as its `sourcePointer` takes them. */
  readonly findings: Findings
  readonly options: ImportOptions
  /** Logical ids of the resources that somebody read; the others are reported in the end. */
  readonly claimed: Set<string>
}

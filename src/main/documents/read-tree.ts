import type { Diagnostic } from '@shared/diagnostic'
import type { SourceNode } from './source-tree'

/** What a notation's reader returns. With an error among the diagnostics the tree may be null or incomplete. */
export interface ReadTree {
  readonly root: SourceNode | null
  readonly diagnostics: Diagnostic[]
}

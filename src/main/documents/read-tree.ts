import type { Diagnostic } from '@shared/diagnostic'
import { offsetIn, type JsonValue, type SourceNode } from './source-tree'

/** What a notation's reader returns. With an error among the diagnostics the tree may be null or incomplete. */
export interface ReadTree {
  readonly root: SourceNode | null
  readonly diagnostics: Diagnostic[]
  /** That of `root`; undefined when there is none. */
  readonly value: JsonValue | undefined
  /** Where a JSON pointer leads in the text, as `offsetIn` says. */
  readonly offsetOf: (pointer: string) => number
}

/** What was read as a tree. */
export function treeOf(root: SourceNode | null, diagnostics: Diagnostic[]): ReadTree {
  return { root, diagnostics, value: root?.value, offsetOf: (pointer) => (root ? offsetIn(root, pointer) : 0) }
}

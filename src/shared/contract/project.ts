import type { Design } from '../design/design'
import type { Diagnostic } from '../diagnostic'

export interface OpenProject {
  readonly path: string
  readonly design: Design
  readonly diagnostics: readonly Diagnostic[]
}

export type SaveState =
  | { readonly state: 'saved'; readonly revision: number }
  | { readonly state: 'saving'; readonly revision: number }
  | { readonly state: 'failed'; readonly revision: number; readonly message: string }
  | { readonly state: 'conflict'; readonly revision: number; readonly message: string }

export interface FolderListing {
  readonly folder: string
  /** null at the top. */
  readonly parent: string | null
  readonly entries: readonly {
    readonly name: string
    readonly path: string
    readonly kind: 'folder' | 'project' | 'document'
  }[]
}

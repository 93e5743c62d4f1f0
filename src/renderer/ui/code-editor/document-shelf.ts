import type { editor } from 'monaco-editor/editor'
import type { EditorLanguage } from './code-editor-props'
import { createDocument, type DocumentOptions, type EditorDocument } from './editor-document'
import type { Monaco } from './load-monaco'

/** A document and how it was left. */
export interface ShelvedDocument {
  readonly document: EditorDocument
  readonly language: EditorLanguage
  viewState: editor.ICodeEditorViewState | null
}

/** The documents that an editor has shown, the latest last. */
export interface DocumentShelf {
  /** The document of this name with this text, a new one when it is not here yet. */
  take(id: string, text: string, language: EditorLanguage): ShelvedDocument
  dispose(): void
}

const MAX_DOCUMENTS = 12

export function createShelf(monaco: Monaco, options: Omit<DocumentOptions, 'text' | 'language'>): DocumentShelf {
  const shelf = new Map<string, ShelvedDocument>()

  function remove(id: string | undefined): void {
    if (id === undefined) return
    shelf.get(id)?.document.dispose()
    shelf.delete(id)
  }

  return {
    take(id, text, language) {
      const known = shelf.get(id)
      if (known?.language === language) {
        known.document.replace(text)
        shelf.delete(id)
        shelf.set(id, known)
        return known
      }
      remove(id)
      const document = createDocument(monaco, { ...options, text, language })
      const added: ShelvedDocument = { document, language, viewState: null }
      shelf.set(id, added)
      if (shelf.size > MAX_DOCUMENTS) remove(shelf.keys().next().value)
      return added
    },
    dispose: () => shelf.forEach(({ document }) => document.dispose()),
  }
}

import type { editor } from 'monaco-editor/editor'
import type { EditorLanguage } from './code-editor-props'
import { createShelf, type ShelvedDocument } from './document-shelf'
import type { EditorDocument } from './editor-document'
import { FIXED_OPTIONS } from './editor-options'
import { CAN_REDO, CAN_UNDO } from './key-rules'
import type { Monaco } from './load-monaco'

/** One editor on the page. */
export interface EditorSession {
  readonly editor: editor.IStandaloneCodeEditor
  /** Show a document as it was left, with this text; a new one when it was not shown before. */
  show(id: string, text: string, language: EditorLanguage): void
  /** What is shown; null before the first. */
  readonly document: () => EditorDocument | null
  /** Called whenever another document is shown. Returns the function that ends it. */
  readonly subscribe: (onChange: () => void) => () => void
  dispose(): void
}

export interface SessionEvents {
  onEdit(text: string): void
  onCaret(offset: number): void
  onClick(offset: number): void
}

export function createSession(
  monaco: Monaco,
  element: HTMLElement,
  isReadOnly: boolean,
  events: SessionEvents,
): EditorSession {
  const view = monaco.editor.create(element, { ...FIXED_OPTIONS, readOnly: isReadOnly, model: null })
  const shelf = createShelf(monaco, { isEditable: !isReadOnly, onEdit: events.onEdit })
  const subscribers = new Set<() => void>()
  let shown: ShelvedDocument | null = null
  const document = (): EditorDocument | null => shown?.document ?? null
  const listeners = [...followUndo(monaco, view), ...followCaret(monaco, view, document, events)]
  return {
    editor: view,
    document,
    show(id, text, language) {
      const before = shown
      const taken = shelf.take(id, text, language)
      if (taken === before) return
      if (before !== null) before.viewState = view.saveViewState()
      shown = taken
      view.setModel(taken.document.model)
      view.restoreViewState(taken.viewState)
      subscribers.forEach((onChange) => onChange())
    },
    subscribe(onChange) {
      subscribers.add(onChange)
      return () => subscribers.delete(onChange)
    },
    dispose() {
      listeners.forEach((listener) => listener.dispose())
      view.dispose()
      shelf.dispose()
    },
  }
}

interface Disposable {
  dispose(): void
}

/** Keeps the context keys of `key-rules.ts` true to the text. */
function followUndo(monaco: Monaco, view: editor.IStandaloneCodeEditor): Disposable[] {
  const canUndo = view.createContextKey<boolean>(CAN_UNDO, false)
  const canRedo = view.createContextKey<boolean>(CAN_REDO, false)
  // In a text area the browser would undo by itself what Monaco leaves alone.
  const isTextArea = !view.getOption(monaco.editor.EditorOption.effectiveEditContext)
  const follow = (): void => {
    const model = view.getModel()
    canUndo.set(isTextArea || model?.canUndo() === true)
    canRedo.set(isTextArea || model?.canRedo() === true)
  }
  return [view.onDidChangeModelContent(follow), view.onDidChangeModel(follow)]
}

function followCaret(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  document: () => EditorDocument | null,
  { onCaret, onClick }: SessionEvents,
): Disposable[] {
  return [
    view.onDidChangeCursorPosition(({ position, source }) => {
      // Another text moves the caret too, which is nobody's move.
      if (source !== 'modelChange' && source !== 'restoreState') onCaret(document()?.offsetOf(position) ?? 0)
    }),
    view.onMouseUp(({ target, event }) => {
      const { CONTENT_TEXT, CONTENT_EMPTY } = monaco.editor.MouseTargetType
      const isText = target.type === CONTENT_TEXT || target.type === CONTENT_EMPTY
      const isSelecting = view.getSelection()?.isEmpty() === false
      if (isText && event.leftButton && !isSelecting) onClick(document()?.offsetOf(target.position) ?? 0)
    }),
  ]
}

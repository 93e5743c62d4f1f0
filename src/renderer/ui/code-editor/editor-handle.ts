import type { editor } from 'monaco-editor/editor'
import type { CodeEditorHandle } from './code-editor-props'
import type { EditorSession } from './editor-session'

/** The part of Monaco's snippet controller that is used; it has no public type. */
interface SnippetController extends editor.IEditorContribution {
  insert(template: string): void
}

/** What a screen asks, done by Monaco. */
export function editorHandle({ editor: view, document }: EditorSession): CodeEditorHandle {
  return {
    insert(text, isSnippet = false) {
      view.focus()
      const range = view.getSelection()
      if (range === null || view.getRawOptions().readOnly === true) return
      view.pushUndoStop()
      if (isSnippet) view.getContribution<SnippetController>('snippetController2')?.insert(text)
      else view.executeEdits('insert', [{ range, text, forceMoveMarkers: true }])
      view.pushUndoStop()
    },
    focus: () => view.focus(),
    offset() {
      const position = view.getPosition()
      return position === null ? 0 : (document()?.offsetOf(position) ?? 0)
    },
    goTo(offset) {
      const range = document()?.rangeOf({ start: offset, end: offset })
      if (range === undefined) return
      view.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn })
      view.revealRangeInCenterIfOutsideViewport(range)
      view.focus()
    },
  }
}

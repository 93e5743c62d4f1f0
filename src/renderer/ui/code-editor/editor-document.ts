import type { editor, IRange } from 'monaco-editor/editor'
import type { EditorLanguage, EditorSpan } from './code-editor-props'
import type { Monaco } from './load-monaco'
import { smallestEdit } from './smallest-edit'
import { applyChanges, modelText, offsetOf, placeOf, textLines, type LinePlace, type TextLines } from './text-lines'

/** A text in an editor. Monaco's copy has one kind of line ending; the text here keeps each line's own. */
export interface EditorDocument {
  readonly model: editor.ITextModel
  text(): string
  /** Make it another text by the smallest edit, which undo takes back; the caret stays where it is. */
  replace(text: string): void
  offsetOf(place: LinePlace): number
  rangeOf(span: EditorSpan): IRange
  dispose(): void
}

export interface DocumentOptions {
  readonly text: string
  readonly language: EditorLanguage
  /** Whether replacing it can be undone. */
  readonly isEditable: boolean
  /** Called for each change by the user. */
  onEdit(text: string): void
}

/** How many steps of undo bring mixed line endings back as they were. */
const MAX_VERSIONS = 200

export function createDocument(
  monaco: Monaco,
  { text, language, isEditable, onEdit }: DocumentOptions,
): EditorDocument {
  let lines = textLines(text)
  let isReplacing = false
  const versions = new Map<number, TextLines>()
  const model = monaco.editor.createModel(modelText(lines), language === 'text' ? 'plaintext' : language)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  model.updateOptions({ tabSize: 2, indentSize: 2, insertSpaces: true })
  model.detectIndentation(true, 2)
  remember()

  function remember(): void {
    if (!hasMixedEndings(lines)) return
    versions.set(model.getAlternativeVersionId(), lines)
    const [oldest] = versions.keys()
    if (versions.size > MAX_VERSIONS && oldest !== undefined) versions.delete(oldest)
  }

  const listener = model.onDidChangeContent((event) => {
    if (isReplacing) return
    const before = event.isUndoing || event.isRedoing ? versions.get(model.getAlternativeVersionId()) : undefined
    lines = before ?? applyChanges(lines, event.changes)
    remember()
    onEdit(lines.text)
  })

  function edit(after: TextLines): void {
    const change = smallestEdit(model.getValue(), modelText(after))
    if (change === null) return
    const range = monaco.Range.fromPositions(model.getPositionAt(change.start), model.getPositionAt(change.end))
    const operations = [{ range, text: change.text }]
    if (!isEditable) return void model.applyEdits(operations)
    model.pushStackElement()
    model.pushEditOperations([], operations, () => null)
    model.pushStackElement()
  }

  return {
    model,
    text: () => lines.text,
    replace(next) {
      if (next === lines.text) return
      const after = textLines(next)
      isReplacing = true
      edit(after)
      isReplacing = false
      lines = after
      remember()
    },
    offsetOf: (place) => offsetOf(lines, place),
    rangeOf({ start, end }) {
      const [from, to] = [placeOf(lines, start), placeOf(lines, end)]
      const { lineNumber, column } = to
      return {
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: lineNumber,
        endColumn: column,
      }
    },
    dispose() {
      listener.dispose()
      model.dispose()
    },
  }
}

function hasMixedEndings(lines: TextLines): boolean {
  return !lines.text.endsWith(modelText(lines).replaceAll('\n', lines.ending))
}

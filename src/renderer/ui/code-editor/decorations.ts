import type { editor } from 'monaco-editor/editor'
import type { EditorHighlight, EditorProblem } from './code-editor-props'
import type { EditorDocument } from './editor-document'
import type { Monaco } from './load-monaco'

const HIGHLIGHTS: Readonly<Record<EditorHighlight['kind'], editor.IModelDecorationOptions>> = {
  current: {
    isWholeLine: true,
    className: 'gw-code-current',
    marginClassName: 'gw-code-current',
    firstLineDecorationClassName: 'gw-code-current-mark',
    lineNumberClassName: 'gw-code-current-number',
    zIndex: 1,
  },
  'run-to': {
    isWholeLine: true,
    className: 'gw-code-run-to',
    marginClassName: 'gw-code-run-to',
    firstLineDecorationClassName: 'gw-code-run-to-mark',
  },
  linked: { className: 'gw-code-linked', inlineClassNameAffectsLetterSpacing: false, zIndex: 2 },
}

export function highlightDecorations(
  document: EditorDocument,
  highlights: readonly EditorHighlight[],
): editor.IModelDeltaDecoration[] {
  return highlights.map((highlight) => ({ range: document.rangeOf(highlight), options: HIGHLIGHTS[highlight.kind] }))
}

/** The lines of a diff that only one side has. */
export function diffDecorations(kinds: readonly ('same' | 'added' | 'removed')[]): editor.IModelDeltaDecoration[] {
  return kinds.flatMap((kind, index) => {
    if (kind === 'same') return []
    const line = index + 1
    const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 }
    const className = `gw-code-${kind}`
    return [
      {
        range,
        options: {
          isWholeLine: true,
          className,
          marginClassName: className,
          lineNumberClassName: 'gw-code-diff-number',
        },
      },
    ]
  })
}

export function problemMarkers(
  { MarkerSeverity }: Monaco,
  document: EditorDocument,
  problems: readonly EditorProblem[],
): editor.IMarkerData[] {
  const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info }
  return problems.map(({ message, severity, range }) => ({
    message,
    severity: severities[severity],
    ...document.rangeOf(range),
  }))
}

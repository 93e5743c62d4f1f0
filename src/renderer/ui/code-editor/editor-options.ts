import type { editor } from 'monaco-editor/editor'
import tokens from '../theme/tokens.json'
import type { EditorLanguage } from './code-editor-props'
import { lineNumberOptions, type LineLabels } from './line-labels'

/** What of an editor's options its props decide. */
export interface VariableOptions {
  readonly label: string
  readonly language: EditorLanguage
  readonly isReadOnly: boolean
  readonly isWrapped: boolean
  readonly labels: LineLabels
  /** Pixels of 1rem, which follow the text size of the settings. */
  readonly rootFontSize: number
}

/** Options that never change. None lets the editor change a text by itself: nothing is formatted, completed or trimmed unasked. */
export const FIXED_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  autoIndent: 'brackets',
  formatOnPaste: false,
  formatOnType: false,
  trimAutoWhitespace: true,
  dropIntoEditor: { enabled: false },
  fontFamily: tokens.font.mono,
  fontLigatures: false,
  minimap: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  renderLineHighlight: 'none',
  renderFinalNewline: 'on',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  lineDecorationsWidth: 14,
  glyphMargin: false,
  padding: { top: 6, bottom: 6 },
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  fixedOverflowWidgets: true,
  copyWithSyntaxHighlighting: false,
  wordBasedSuggestions: 'off',
  tabCompletion: 'off',
  acceptSuggestionOnCommitCharacter: false,
  suggest: { showWords: false, preview: false, insertMode: 'replace' },
  hover: { delay: 300, above: false },
  find: { addExtraSpaceOnTop: false, autoFindInSelection: 'never' },
}

export function variableOptions(options: VariableOptions): editor.IEditorOptions {
  const { label, language, isReadOnly, isWrapped, labels, rootFontSize } = options
  const scale = rootFontSize / 16
  return {
    ariaLabel: label,
    readOnly: isReadOnly,
    domReadOnly: isReadOnly,
    // Nothing to indent there, so Tab goes on to the next control.
    tabFocusMode: isReadOnly,
    wordWrap: isWrapped ? 'on' : 'off',
    quickSuggestions: language === 'vtl' ? { other: 'on', strings: 'on', comments: 'off' } : false,
    fontSize: tokens.font.size.code * scale,
    lineHeight: Math.round(tokens.font.lineHeight.code * scale),
    ...lineNumberOptions(labels),
  }
}

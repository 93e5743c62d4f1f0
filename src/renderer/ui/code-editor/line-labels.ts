import type { editor } from 'monaco-editor/editor'

/** What stands left of the text. */
export type LineLabels =
  | { readonly kind: 'none' }
  /** Line numbers, with a note left of each when there are notes. */
  | { readonly kind: 'numbers'; readonly notes: readonly string[] | null; readonly lineCount: number }
  | { readonly kind: 'diff'; readonly lines: readonly DiffLabel[] }

/** Of one line of a diff: a sign, and the number of a line that has one. */
export interface DiffLabel {
  readonly sign: '' | '+' | '-'
  readonly line: number | null
}

/** Monaco's options for it. Monaco puts what the function gives into the page as HTML, so a note can be an element of its own. */
export function lineNumberOptions(labels: LineLabels): editor.IEditorOptions {
  if (labels.kind === 'none') return { lineNumbers: 'off', lineNumbersMinChars: 0 }
  if (labels.kind === 'diff') {
    return {
      lineNumbers: (at) => signed(labels.lines[at - 1]),
      lineNumbersMinChars: digits(labels.lines.length) + 3,
    }
  }
  const { notes, lineCount } = labels
  if (notes === null) return { lineNumbers: 'on', lineNumbersMinChars: digits(lineCount) + 1 }
  const longest = notes.reduce((length, note) => Math.max(length, note.length), 2)
  return {
    lineNumbers: (at) => withNote(notes[at - 1] ?? '', at),
    lineNumbersMinChars: digits(lineCount) + longest + 2,
  }
}

function withNote(note: string, line: number): string {
  return note === '' ? String(line) : `<span class="gw-code-note">${escaped(note)}</span>${line}`
}

function signed({ sign, line }: DiffLabel = { sign: '', line: null }): string {
  const number = line ?? ''
  return sign === '' ? String(number) : `<span class="gw-code-sign" data-sign="${sign}">${sign}</span>${number}`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!)
}

function digits(count: number): number {
  return Math.max(2, String(count).length)
}

import type { Ref } from 'react'

export type EditorLanguage = 'vtl' | 'json' | 'yaml' | 'text'

/** Offsets in UTF-16 units of the text, `end` exclusive. */
export interface EditorSpan {
  readonly start: number
  readonly end: number
}

/** Shown as a wavy line whose hover text is the message; Alt+F8 goes to the next. */
export interface EditorProblem {
  readonly message: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly range: EditorSpan
}

/**
 * `current`: where stepping stands, with the background of its whole lines and a mark in the gutter.
 * `linked`: the text that belongs to what is selected elsewhere. `run-to`: the line that running goes on to.
 */
export interface EditorHighlight extends EditorSpan {
  readonly kind: 'current' | 'linked' | 'run-to'
}

/** What a screen can ask of an editor. Before the editor is there, and when it could not be loaded, a plain text field answers. */
export interface CodeEditorHandle {
  /** Replace the selection, as one step of undo, and focus. A snippet has stops like `${1:name}`, and `\$` for a dollar sign. */
  insert(text: string, isSnippet?: boolean): void
  focus(): void
  /** Where the caret is. */
  offset(): number
  /** Put the caret there, in the middle of the window, and focus. */
  goTo(offset: number): void
}

export interface CodeEditorProps {
  readonly value: string
  /** Called for each change by the user, never for a change of `value`. Without it the editor is read-only. */
  onChange?(value: string): void
  readonly language: EditorLanguage
  /** The accessible name of the text box, word for word. */
  readonly label: string
  /** On the root, with `data-language` and `data-loaded` (true once one can type). */
  readonly testId?: string
  /** More `data-` attributes of the root: `{ 'data-rendering': 'true' }`. */
  readonly attributes?: Readonly<Record<`data-${string}`, string>>
  /** Which document this is. Each keeps its own undo, caret and scroll position for as long as the editor is mounted. */
  readonly documentId?: string
  readonly problems?: readonly EditorProblem[]
  /** Short texts left of the line numbers, "2x"; index 0 is line 1, "" is none. Absent: no room is kept for them. */
  readonly lineNotes?: readonly string[]
  readonly highlights?: readonly EditorHighlight[]
  /** The caret moved, by a key, a click or an edit. */
  onCaret?(offset: number): void
  /** The text was clicked. */
  onClick?(offset: number): void
  /** Scrolled to when it changes; the caret stays where it is. */
  readonly reveal?: number | null
  /** The parsed JSON body of the event: its fields complete and explain themselves. Undefined when there is none. */
  readonly sample?: unknown
  /** What is shown is out of date: dimmed, after 300 ms. */
  readonly isBusy?: boolean
  /** Default true. */
  readonly hasLineNumbers?: boolean
  /** Long lines break instead of scrolling. Default false. */
  readonly isWrapped?: boolean
  readonly ref?: Ref<CodeEditorHandle>
}

export interface DiffViewProps {
  readonly expected: string
  readonly actual: string
  readonly language: EditorLanguage
  /** The accessible name of the text box, word for word. */
  readonly label: string
  /** On the root, with `data-added` and `data-removed`: how many lines. */
  readonly testId?: string
  readonly attributes?: Readonly<Record<`data-${string}`, string>>
  readonly isBusy?: boolean
  /** Scroll to the first change whenever it is another one. */
  readonly isRevealing?: boolean
}

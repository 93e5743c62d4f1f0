import { useMemo, useState } from 'react'
import './code-editor.css'
import type { DiffViewProps } from './code-editor-props'
import { EditorFrame } from './editor-frame'
import { EditorSurface } from './editor-surface'
import { diffLines, type DiffLine } from './line-diff'
import type { DiffLabel, LineLabels } from './line-labels'
import { PlainEditor } from './plain-editor'
import { useMonaco } from './use-monaco'

const SIGNS = { same: '', added: '+', removed: '-' } as const

/** The actual text, with the lines it lacks of the expected one between its own. Line numbers are the actual text's. */
export function DiffView(props: DiffViewProps) {
  const { expected, actual, language, label, testId, attributes, isBusy = false, isRevealing = false } = props
  const monaco = useMonaco()
  const [isReady, setReady] = useState(false)
  const lines = useMemo(() => diffLines(expected, actual), [expected, actual])
  const text = useMemo(() => lines.map((line) => line.text).join('\n'), [lines])
  const labels = useMemo((): LineLabels => ({ kind: 'diff', lines: lines.map(labelOf) }), [lines])
  const diff = useMemo(() => lines.map(({ kind }) => kind), [lines])
  const counts = { 'data-added': count(lines, 'added'), 'data-removed': count(lines, 'removed') }
  const reveal = useMemo(() => (isRevealing ? firstChangeOf(lines) : null), [isRevealing, lines])
  const onReady = () => setReady(true)
  const common = { value: text, language, label, onReady }
  return (
    <EditorFrame
      testId={testId}
      attributes={{ ...attributes, ...counts }}
      language={language}
      isBusy={isBusy}
      isLoaded={isReady}
    >
      {monaco === 'failed' ? (
        <PlainEditor {...common} value={lines.map(({ kind, text }) => `${SIGNS[kind] || ' '} ${text}`).join('\n')} />
      ) : monaco === null ? null : (
        <EditorSurface {...common} monaco={monaco} labels={labels} diff={diff} reveal={reveal} />
      )}
    </EditorFrame>
  )
}

/** Where its line begins in the text; null when nothing changed. */
function firstChangeOf(lines: readonly DiffLine[]): number | null {
  const at = lines.findIndex(({ kind }) => kind !== 'same')
  return at === -1 ? null : lines.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
}

function labelOf({ kind, line }: DiffLine): DiffLabel {
  return { sign: SIGNS[kind], line }
}

function count(lines: readonly DiffLine[], kind: DiffLine['kind']): string {
  return String(lines.filter((line) => line.kind === kind).length)
}

import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { CodeEditorHandle, CodeEditorProps } from './code-editor-props'
import { editorHandle } from './editor-handle'
import { diffDecorations, highlightDecorations, problemMarkers } from './decorations'
import type { EditorDocument } from './editor-document'
import { variableOptions } from './editor-options'
import { createSession, type EditorSession } from './editor-session'
import type { LineLabels } from './line-labels'
import type { Monaco } from './load-monaco'
import { useRootFontSize } from './use-root-font-size'
import { setSample } from './vtl/sample'

export interface EditorSurfaceProps extends Omit<CodeEditorProps, 'testId' | 'attributes' | 'isBusy' | 'ref'> {
  readonly monaco: Monaco
  readonly labels: LineLabels
  /** What each line of a diff is. */
  readonly diff?: readonly ('same' | 'added' | 'removed')[]
  /** Called once one can type. */
  onReady(handle: CodeEditorHandle): void
}

/** A text of more characters that is only read comes after the window has drawn: making its lines takes a while. */
const LONG_TEXT = 50_000

/** Monaco itself, in an element that fills its parent. Whether it is read-only may not change. */
export function EditorSurface(props: EditorSurfaceProps) {
  const host = useRef<HTMLDivElement>(null)
  useTheme(props.monaco)
  const session = useSession(host, props)
  useOptions(session, props)
  const document = useDocument(session, props)
  useMarks(session, document, props)
  useReveal(session, document, props.reveal)
  useFieldAttributes(host, session, props.onChange === undefined)
  // With this class Monaco's menus, which stand beside the editor itself, get the theme's colours too.
  return <div ref={host} className="gw-code-surface monaco-component" />
}

function useOptions(
  session: EditorSession | null,
  { label, language, onChange, isWrapped = false, labels }: EditorSurfaceProps,
): void {
  const rootFontSize = useRootFontSize()
  const isReadOnly = onChange === undefined
  useLayoutEffect(() => {
    session?.editor.updateOptions(variableOptions({ label, language, isReadOnly, isWrapped, labels, rootFontSize }))
  }, [session, label, language, isReadOnly, isWrapped, labels, rootFontSize])
}

function useTheme(monaco: Monaco): void {
  const scheme = useComputedColorScheme('dark', { getInitialValueInEffect: false })
  useLayoutEffect(() => monaco.editor.setTheme(`gatewright-${scheme}`), [monaco, scheme])
}

type Host = RefObject<HTMLDivElement | null>

/** The editor lives as long as the component; what happens in it reaches the callbacks of the latest render. */
function useSession(host: Host, props: EditorSurfaceProps): EditorSession | null {
  const [session, setSession] = useState<EditorSession | null>(null)
  const { monaco, onReady } = props
  const isReadOnly = props.onChange === undefined
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (host.current === null) return
    const created = createSession(monaco, host.current, isReadOnly, {
      onEdit: (text) => latest.current.onChange?.(text),
      onCaret: (offset) => latest.current.onCaret?.(offset),
      onClick: (offset) => latest.current.onClick?.(offset),
    })
    setSession(created)
    return () => created.dispose()
  }, [monaco, host, isReadOnly])
  useEffect(() => {
    if (session !== null) onReady(editorHandle(session))
  }, [session, onReady])
  return session
}

const never = (): (() => void) => () => undefined

function useDocument(
  session: EditorSession | null,
  { documentId = '', value, language, sample, onChange }: EditorSurfaceProps,
): EditorDocument | null {
  const isSoon = onChange === undefined && value.length > LONG_TEXT
  useLayoutEffect(() => {
    if (!isSoon) return session?.show(documentId, value, language)
    const timer = setTimeout(() => session?.show(documentId, value, language))
    return () => clearTimeout(timer)
  }, [session, documentId, value, language, isSoon])
  const document = useSyncExternalStore(session?.subscribe ?? never, () => session?.document() ?? null)
  useEffect(() => {
    if (document !== null) setSample(document.model, sample)
  }, [document, sample])
  return document
}

function useMarks(
  session: EditorSession | null,
  document: EditorDocument | null,
  { monaco, problems, highlights, diff }: EditorSurfaceProps,
): void {
  const marks = useMemo(() => session?.editor.createDecorationsCollection(), [session])
  useEffect(() => {
    if (document === null) return
    monaco.editor.setModelMarkers(document.model, 'gatewright', problemMarkers(monaco, document, problems ?? []))
  }, [monaco, document, problems])
  useEffect(() => {
    if (document === null) return
    marks?.set([...highlightDecorations(document, highlights ?? []), ...diffDecorations(diff ?? [])])
  }, [marks, document, highlights, diff])
}

function useReveal(session: EditorSession | null, document: EditorDocument | null, reveal: number | null = null): void {
  useEffect(() => {
    if (reveal === null || document === null) return
    session?.editor.revealRangeInCenterIfOutsideViewport(document.rangeOf({ start: reveal, end: reveal }))
  }, [session, document, reveal])
}

/** What Monaco does not tell assistive technology: that a text cannot be changed, and how to leave one where Tab indents. */
function useFieldAttributes(host: Host, session: EditorSession | null, isReadOnly: boolean): void {
  useEffect(() => {
    const field = session && host.current?.querySelector('[role="textbox"], textarea')
    field?.setAttribute('aria-readonly', String(isReadOnly))
    if (!isReadOnly) field?.setAttribute('aria-description', 'Press Control M to make Tab move on to the next control.')
  }, [host, session, isReadOnly])
}

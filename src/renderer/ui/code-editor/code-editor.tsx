import { useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react'
import './code-editor.css'
import type { CodeEditorHandle, CodeEditorProps } from './code-editor-props'
import { EditorFrame } from './editor-frame'
import { EditorSurface } from './editor-surface'
import type { LineLabels } from './line-labels'
import { PlainEditor } from './plain-editor'
import { useMonaco } from './use-monaco'

/** The one code editor of the window; it fills its parent. Its code is loaded with the first one. */
export function CodeEditor({ ref, testId, attributes, isBusy = false, ...props }: CodeEditorProps) {
  const monaco = useMonaco()
  const { isReady, onReady } = useHandle(ref)
  const labels = useLabels(props)
  const { language, onChange } = props
  const kind = onChange === undefined ? 'read-only' : 'editable'
  return (
    <EditorFrame testId={testId} attributes={attributes} language={language} isBusy={isBusy} isLoaded={isReady}>
      {monaco === 'failed' ? (
        <PlainEditor {...props} onReady={onReady} />
      ) : monaco === null ? null : (
        <EditorSurface key={kind} {...props} monaco={monaco} labels={labels} onReady={onReady} />
      )}
    </EditorFrame>
  )
}

/** What the screen asks before there is an editor is done once there is one. */
function useHandle(ref: CodeEditorProps['ref']) {
  const inner = useRef<CodeEditorHandle>(null)
  const waiting = useRef<((handle: CodeEditorHandle) => void)[]>([])
  const [isReady, setReady] = useState(false)
  const onReady = useCallback((handle: CodeEditorHandle) => {
    inner.current = handle
    setReady(true)
    waiting.current.splice(0).forEach((ask) => ask(handle))
  }, [])
  useImperativeHandle(ref, () => {
    const ask = (request: (handle: CodeEditorHandle) => void): void => {
      if (inner.current === null) waiting.current.push(request)
      else request(inner.current)
    }
    return {
      insert: (text, isSnippet) => ask((handle) => handle.insert(text, isSnippet)),
      focus: () => ask((handle) => handle.focus()),
      offset: () => inner.current?.offset() ?? 0,
      goTo: (offset) => ask((handle) => handle.goTo(offset)),
    }
  }, [])
  return { isReady, onReady }
}

function useLabels({ hasLineNumbers = true, lineNotes, value }: CodeEditorProps): LineLabels {
  const lineCount = useMemo(() => value.split('\n').length, [value])
  return useMemo(
    () => (hasLineNumbers ? { kind: 'numbers', notes: lineNotes ?? null, lineCount } : { kind: 'none' }),
    [hasLineNumbers, lineNotes, lineCount],
  )
}

import { useEffect, useMemo, useRef, type RefObject } from 'react'
import type { TemplateProblem, TemplateStep } from '@shared/contract/template'
import { useTemplateStore, type TemplateLink } from '../../stores/template-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import type { CodeEditorHandle, EditorHighlight, EditorProblem } from '../../ui/code-editor/code-editor-props'
import { parseJson } from '../../ui/json-problem'
import { Pane } from '../../ui/pane'
import { runsText } from './runs-text'
import { linkFromTemplate } from './step-actions'
import { changeSource } from './template-actions'
import { useCurrentStep } from './use-current-step'
import { useEvent, useTemplateName, useTemplatePart } from './use-template'

/** The template's text: how often each line ran, what is wrong, and where stepping stands. */
export function TemplatePane() {
  return (
    <Pane
      label="Template"
      head={
        <>
          <h2>Template</h2>
          <span className="gw-pane-note">times each line ran</span>
        </>
      }
    >
      <TemplateText />
    </Pane>
  )
}

function TemplateText() {
  const handle = useRef<CodeEditorHandle>(null)
  const name = useTemplateName()
  const source = useTemplatePart((template) => template.source, '')
  const problems = useTemplateStore((state) => state.shown?.answer.problems)
  const lineRuns = useTemplateStore((state) => state.shown?.answer.recording?.lineRuns)
  const step = useCurrentStep()
  const link = useTemplateStore((state) => state.link)
  const { body } = useEvent()
  useEditorRequests(handle)
  return (
    <CodeEditor
      ref={handle}
      testId="template-editor"
      label="Template"
      language="vtl"
      documentId={name ?? ''}
      value={source}
      onChange={changeSource}
      problems={useMemo(() => (problems ?? []).map(editorProblem), [problems])}
      lineNotes={useMemo(() => (lineRuns ?? []).map(runsText), [lineRuns])}
      highlights={useMemo(() => highlightsOf(step, link), [step, link])}
      reveal={revealOf(step, link)}
      sample={useMemo(() => sampleOf(body), [body])}
      onCaret={(caret) => useTemplateStore.setState({ caret })}
      onClick={linkFromTemplate}
    />
  )
}

function editorProblem({ message, severity, range }: TemplateProblem): EditorProblem {
  return { message, severity, range }
}

function highlightsOf(step: TemplateStep | null, link: TemplateLink | null): EditorHighlight[] {
  const { start = 0, end = 0, line = 0 } = step?.source ?? {}
  return [
    ...(line === 0 ? [] : [{ kind: 'current' as const, start, end }]),
    ...(link?.template ? [{ kind: 'linked' as const, start: link.template.start, end: link.template.end }] : []),
  ]
}

function revealOf(step: TemplateStep | null, link: TemplateLink | null): number | null {
  if (link?.from === 'output') return link.template?.start ?? null
  return step === null || step.source.line === 0 ? null : step.source.start
}

function sampleOf(body: string | null): unknown {
  const parsed = parseJson(body ?? '')
  return 'value' in parsed ? parsed.value : undefined
}

/** Do once what another part of the window asks of the editor. */
function useEditorRequests(handle: RefObject<CodeEditorHandle | null>): void {
  const request = useTemplateStore((state) => state.editorRequest)
  useEffect(() => {
    if (request === null || handle.current === null) return
    useTemplateStore.setState({ editorRequest: null })
    if (request.kind === 'go-to') handle.current.goTo(request.offset)
    else handle.current.insert(request.text, request.isSnippet)
  }, [request, handle])
}

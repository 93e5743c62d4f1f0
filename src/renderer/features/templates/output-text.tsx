import { useMemo } from 'react'
import type { TextSpan } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import type { EditorHighlight } from '../../ui/code-editor/code-editor-props'
import { prettyJson, type PrettyJson } from '../../ui/pretty-json'
import { linkFromOutput } from './step-actions'
import { useCurrentStep } from './use-current-step'
import { useOutput } from './use-output'

/** The output as text. A click shows which part of the template wrote it. */
export function OutputText() {
  const { text, isJson, isBusy, attributes } = useOutput()
  const isPretty = useTemplateStore((state) => state.isPretty)
  const step = useCurrentStep()
  const link = useTemplateStore((state) => state.link)
  const pretty = useMemo(() => (isPretty ? prettyJson(text) : null), [text, isPretty])
  const spans = [step?.output, link?.output].filter((span) => span !== undefined && span !== null)
  const highlights = spans.filter(({ start, end }) => end > start).map((span) => linked(span, pretty))
  const target = link?.from === 'template' ? link.output : step?.output
  return (
    <CodeEditor
      testId="template-output"
      attributes={attributes}
      label="Output"
      language={isJson ? 'json' : 'text'}
      value={pretty?.text ?? text}
      highlights={highlights}
      reveal={target ? placeOf(target.start, pretty) : null}
      isBusy={isBusy}
      onClick={(offset) => linkFromOutput(pretty === null ? offset : pretty.originalOf(offset))}
    />
  )
}

function linked({ start, end }: TextSpan, pretty: PrettyJson | null): EditorHighlight {
  return { kind: 'linked', start: placeOf(start, pretty), end: placeOf(end, pretty) }
}

function placeOf(offset: number, pretty: PrettyJson | null): number {
  return pretty === null ? offset : pretty.prettyOf(offset)
}

import { useTemplateStore } from '../../stores/template-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import type { EditorProblem } from '../../ui/code-editor/code-editor-props'
import { parseJson } from '../../ui/json-problem'
import { NOT_APPLIED, useDraft } from '../../ui/use-draft'
import { changeEvent } from './event-draft'
import { offsetOfLine } from './line-of'
import { useEvent } from './use-template'

const NO_CONTEXT = {}

/** `$context` as JSON. Text that is no object is kept, explained, and not rendered with. */
export function EventContext() {
  const name = useTemplateStore((state) => state.name)
  const { context = NO_CONTEXT } = useEvent()
  const draft = useDraft(context, JSON.stringify(context, null, 2))
  const { value, problem } = readObject(draft.text)
  return (
    <div className="gw-tpl-event">
      <div className="gw-tpl-event-editor">
        <CodeEditor
          testId="context-editor"
          label="Context"
          language="json"
          documentId={`context of ${name}`}
          value={draft.text}
          problems={problem === null ? [] : [problem]}
          onChange={(text) => {
            const read = readObject(text)
            draft.type(text, read.value ?? NOT_APPLIED)
            if (read.value !== null) changeEvent({ context: read.value })
          }}
        />
      </div>
      <p
        className="gw-tpl-note"
        data-is-problem={value === null || undefined}
        role={value === null ? 'alert' : undefined}
      >
        {problem?.message ?? 'What $context holds. requestOverride and responseOverride are added.'}
      </p>
    </div>
  )
}

interface ReadObject {
  readonly value: Readonly<Record<string, unknown>> | null
  readonly problem: EditorProblem | null
}

function readObject(text: string): ReadObject {
  const parsed = parseJson(text)
  if ('value' in parsed) {
    const { value } = parsed
    if (isObject(value)) return { value, problem: null }
    return { value: null, problem: problemAt(0, text.length, 'The context is a JSON object, in { and }.') }
  }
  const { line, column, message } = parsed.problem
  const start = Math.min(text.length, offsetOfLine(text, line) + column - 1)
  return { value: null, problem: problemAt(start, start + 1, `Line ${line}, column ${column}: ${message}.`) }
}

function problemAt(start: number, end: number, message: string): EditorProblem {
  return { message, severity: 'error', range: { start, end } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

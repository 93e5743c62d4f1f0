import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBraces, IconWand } from '@tabler/icons-react'
import { useMemo } from 'react'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import type { EditorProblem } from '../../ui/code-editor/code-editor-props'
import { parseJson } from '../../ui/json-problem'
import { prettyJson } from '../../ui/pretty-json'
import { sampleBody } from './request-of-route'
import { changeRequest, type OpenRequest } from './use-request'

/** The body as text. An empty one is not sent. */
export function BodyTab({ open }: { readonly open: OpenRequest }) {
  const { draft, request } = open
  const isJson = isJsonRequest(open)
  const body = request.body ?? ''
  const problems = useMemo(() => (isJson ? problemsOf(body) : []), [body, isJson])
  return (
    <CodeEditor
      testId="request-body"
      label="Body"
      language={isJson ? 'json' : 'text'}
      documentId={draft.id}
      value={body}
      problems={problems}
      onChange={(text) => changeRequest({ body: text === '' ? null : text })}
    />
  )
}

/** What its type says; without one, what it looks like. */
function isJsonRequest({ request }: OpenRequest): boolean {
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  if (type !== undefined) return /\bjson\b/i.test(type)
  return /^\s*([[{"]|$)/.test(request.body ?? '')
}

function problemsOf(body: string): EditorProblem[] {
  if (body.trim() === '') return []
  const parsed = parseJson(body)
  if (!('problem' in parsed)) return []
  const { line, column, message } = parsed.problem
  const before = body.split('\n').slice(0, line - 1)
  const start = Math.min(body.length, before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1)
  return [{ message: `${message}.`, severity: 'warning', range: { start, end: start + 1 } }]
}

/** The model that the body is to fit, a sample of it, and the same body with breaks. */
export function BodyActions({ open }: { readonly open: OpenRequest }) {
  const { api, route, request } = open
  const models = route?.method?.requestModels ?? {}
  const model = models['application/json'] ?? models['$default']
  const sample = api === null || route === null ? null : sampleBody(api, route)
  const pretty = request.body === null ? null : prettyJson(request.body)
  const noSample =
    api?.protocolType === 'HTTP'
      ? 'HTTP APIs have no models'
      : route === null
        ? 'No route has this address'
        : `${route.routeKey} has no request model`
  return (
    <>
      {model !== undefined && (
        <span className="gw-pane-note" data-testid="request-model" title={`The body is to fit the model ${model}`}>
          {model}
        </span>
      )}
      <Action
        label={model === undefined ? 'Sample from the model' : `Sample of ${model}`}
        reason={sample === null ? noSample : null}
        onClick={() => changeRequest({ body: sample, ...withType(open) })}
        icon={<IconWand size={16} stroke={1.6} />}
      />
      <Action
        label="Format JSON"
        reason={pretty === null ? 'The body is not JSON' : null}
        onClick={() => pretty !== null && changeRequest({ body: pretty.text })}
        icon={<IconBraces size={16} stroke={1.6} />}
      />
    </>
  )
}

function withType({ request }: OpenRequest): Pick<OpenRequest['request'], 'headers'> {
  const hasType = request.headers.some(([name]) => name.toLowerCase() === 'content-type')
  return { headers: hasType ? request.headers : [['Content-Type', 'application/json'], ...request.headers] }
}

interface ActionProps {
  readonly label: string
  readonly reason: string | null
  readonly icon: React.ReactNode
  onClick(): void
}

function Action({ label, reason, icon, onClick }: ActionProps) {
  return (
    <Tooltip label={reason ?? label}>
      <ActionIcon
        size={24}
        aria-label={label}
        aria-disabled={reason !== null || undefined}
        aria-description={reason ?? undefined}
        onClick={() => reason === null && onClick()}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

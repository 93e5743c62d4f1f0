import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import type { TemplateEvent } from '@shared/template-event'
import { useTemplateStore, type EventTab } from '../../stores/template-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { EventContext } from './event-context'
import { changeEvent } from './event-draft'
import { EventParams, EventStageVariables } from './event-parameters'
import { EventSourceMenu, EventSources } from './event-sources'
import { Pane } from '../../ui/pane'
import { PaneTabs } from '../../ui/pane-tabs'
import { prettyJson } from '../../ui/pretty-json'
import { useIsStacked } from './use-is-stacked'
import { useEvent, useTemplateName } from './use-template'

/** What the template is tried with: the payload, the parameters, the context and the stage variables. */
export function EventPane() {
  const tab = useTemplateStore((state) => state.eventTab)
  return (
    <Pane label="Event" head={<EventHead />}>
      {tab === 'body' && <EventBody />}
      {tab === 'params' && <EventParams />}
      {tab === 'context' && <EventContext />}
      {tab === 'stage-variables' && <EventStageVariables />}
    </Pane>
  )
}

function EventHead() {
  const tab = useTemplateStore((state) => state.eventTab)
  const event = useEvent()
  const isStacked = useIsStacked()
  const count = (size: number) => (size === 0 ? undefined : <span className="gw-pane-count">{size}</span>)
  return (
    <>
      <PaneTabs<EventTab>
        label="Event"
        active={tab}
        tabs={[
          { id: 'body', label: 'Body' },
          { id: 'params', label: 'Params', mark: count(parameterCount(event)) },
          { id: 'context', label: 'Context' },
          { id: 'stage-variables', label: 'Stage vars', mark: count(Object.keys(event.stageVariables ?? {}).length) },
        ]}
        onChange={(eventTab) => useTemplateStore.setState({ eventTab })}
      />
      <span className="gw-tpl-gap" />
      {tab === 'body' && <FormatButton body={event.body ?? ''} />}
      {isStacked && <EventSourceMenu />}
    </>
  )
}

function parameterCount({ params = {} }: TemplateEvent): number {
  return [params.path, params.querystring, params.header].reduce((sum, map) => sum + Object.keys(map ?? {}).length, 0)
}

function FormatButton({ body }: { readonly body: string }) {
  const pretty = prettyJson(body)
  const reason = pretty === null ? 'The body is not JSON' : null
  return (
    <Tooltip label={reason ?? 'Format JSON'}>
      <ActionIcon
        size={24}
        aria-label="Format JSON"
        aria-disabled={reason !== null || undefined}
        aria-description={reason ?? undefined}
        onClick={() => pretty !== null && changeEvent({ body: pretty.text })}
      >
        <IconBraces size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

function EventBody() {
  const name = useTemplateName()
  const { body } = useEvent()
  const isStacked = useIsStacked()
  return (
    <div className="gw-tpl-event">
      <div className="gw-tpl-event-editor">
        <CodeEditor
          testId="event-editor"
          label="Body"
          language={isLikeJson(body ?? '') ? 'json' : 'text'}
          documentId={`body of ${name}`}
          value={body ?? ''}
          onChange={(text) => changeEvent({ body: text === '' ? null : text })}
        />
      </div>
      {!isStacked && <EventSources />}
    </div>
  )
}

/** What begins as JSON does is coloured as JSON, also while it is being typed. */
function isLikeJson(body: string): boolean {
  return body === '' || /^\s*[[{"\d-]|^\s*(?:true|false|null)\b/.test(body)
}

import { TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { ActionButton } from '../../../../ui/action-button'
import { PanelSection } from '../../../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../../../ui/record-editor'
import { StepHead } from '../../inspector/step-head'
import { editV2Integration } from '../edit-v2-route'
import { kindOf } from '../http-integration-kind'
import { problemOfRequestParameter, problemOfResponseParameter } from '@shared/design/v2-rules/http-parameter-rule'
import { v2IntegrationPointer } from '../use-v2-route'
import type { HttpRouteContext } from '../v2-route-context'

const present = (record: TextRecord): TextRecord | undefined => (Object.keys(record).length === 0 ? undefined : record)

/** What is changed of a request before the integration gets it. */
export function HttpRequestInspector({ context }: { readonly context: HttpRouteContext }) {
  const { integration } = context
  const isService = integration !== null && kindOf(integration) === 'service'
  return (
    <>
      <StepHead step="request-mapping" title="Request mapping">
        {isService
          ? 'What the action is called with: names of its parameters, and where their values come from.'
          : 'Headers and query parameters are appended, overwritten or removed; the path can be overwritten. Bodies stay as they are.'}
      </StepHead>
      {integration === null ? (
        <p className="gw-inspector-text">Give the route an integration first.</p>
      ) : (
        <PanelSection title="Request parameters">
          <RecordEditor
            noun="parameter"
            record={integration.requestParameters ?? {}}
            pointer={v2IntegrationPointer(context, 'requestParameters')}
            keyLabel="Parameter"
            keyPlaceholder={isService ? 'MessageBody' : 'append:header.x-user'}
            valueLabel="Value, as in $request.header.x"
            problemOfKey={isService ? undefined : problemOfRequestParameter}
            onChange={(record, isTyped) =>
              editV2Integration(context, 'Request parameters', { requestParameters: present(record) }, { isTyped })
            }
          />
        </PanelSection>
      )}
    </>
  )
}

/** What is changed of an answer, by the status that the integration gave. */
export function HttpResponseInspector({ context }: { readonly context: HttpRouteContext }) {
  const { integration } = context
  const all = integration?.responseParameters ?? {}
  const set = (status: string, record: TextRecord | undefined, isTyped = false): void => {
    const kept = Object.entries(all).filter(([name]) => name !== status)
    const entries = record === undefined ? kept : [...kept, [status, record] as const]
    const sorted = entries.toSorted(([a], [b]) => a.localeCompare(b))
    const responseParameters = sorted.length === 0 ? undefined : Object.fromEntries(sorted)
    editV2Integration(context, 'Response parameters', { responseParameters }, { isTyped })
  }
  return (
    <>
      <StepHead step="response-mapping" title="Response mapping">
        Headers and the status of answers from the integration, chosen by its status. What the gateway answers itself is
        not changed.
      </StepHead>
      {integration === null ? (
        <p className="gw-inspector-text">Give the route an integration first.</p>
      ) : (
        <>
          {Object.entries(all).map(([status, record]) => (
            <PanelSection
              key={status}
              title={`Status ${status}`}
              action={<ActionButton onClick={() => set(status, undefined)}>Remove</ActionButton>}
            >
              <RecordEditor
                noun={`parameter of ${status}`}
                record={record}
                pointer={v2IntegrationPointer(context, 'responseParameters', status)}
                keyLabel="Parameter"
                keyPlaceholder="overwrite:statuscode"
                valueLabel="Value, as in $response.header.x"
                problemOfKey={problemOfResponseParameter}
                onChange={(changed, isTyped) => set(status, changed, isTyped)}
              />
            </PanelSection>
          ))}
          <PanelSection title="Another status">
            <AddStatus taken={Object.keys(all)} onAdd={(status) => set(status, {})} />
          </PanelSection>
        </>
      )}
    </>
  )
}

function AddStatus({ taken, onAdd }: { readonly taken: readonly string[]; onAdd(status: string): void }) {
  const [text, setText] = useState('')
  const isValid = /^[2-5]\d\d$/.test(text)
  const problem = taken.includes(text) ? `${text} is there already` : isValid ? undefined : 'From 200 to 599'
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (problem !== undefined) return
    onAdd(text)
    setText('')
  }
  return (
    <form className="gw-record-add" onSubmit={submit}>
      <TextInput
        className="gw-field gw-field-mono"
        aria-label="Status of the integration"
        placeholder="404"
        value={text}
        error={text === '' ? undefined : problem}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value.trim())}
      />
      <ActionButton label="Add status" onClick={(event) => event.currentTarget.form?.requestSubmit()}>
        Add
      </ActionButton>
    </form>
  )
}

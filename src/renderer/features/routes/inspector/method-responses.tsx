import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import { editMethod } from '../edit-route'
import type { RouteContext } from '../route-context'
import { problemOfStatus } from './response-editor'

/** The statuses a method declares. One that a mapping answers and nobody declared becomes 500. */
export function MethodResponses({ route }: { readonly route: RouteContext }) {
  const responses = route.method.methodResponses
  const undeclared = undeclaredStatuses(route)
  const declare = (statuses: readonly string[]): void =>
    editMethod(route, 'Method responses', {
      methodResponses: [...responses, ...statuses.map((statusCode) => ({ statusCode }))].toSorted((a, b) =>
        a.statusCode.localeCompare(b.statusCode),
      ),
    })
  return (
    <PanelSection title="Method responses">
      {undeclared.length > 0 && (
        <div className="gw-warning" role="note">
          <p>{undeclared.join(', ')} would become 500: no method response declares it.</p>
          <ActionButton variant="filled" onClick={() => declare(undeclared)}>
            Declare {undeclared.join(', ')}
          </ActionButton>
        </div>
      )}
      <ul className="gw-facts">
        {responses.map(({ statusCode }, index) => (
          <li key={statusCode}>
            <span className="gw-mono">{statusCode}</span>
            <Tooltip label={`Remove ${statusCode}`}>
              <ActionIcon
                size={24}
                aria-label={`Remove method response ${statusCode}`}
                onClick={() =>
                  editMethod(route, 'Method responses', { methodResponses: responses.toSpliced(index, 1) })
                }
              >
                <IconTrash size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      <AddStatus taken={responses.map((response) => response.statusCode)} onAdd={(status) => declare([status])} />
    </PanelSection>
  )
}

function undeclaredStatuses({ method }: RouteContext): string[] {
  const declared = new Set(method.methodResponses.map((response) => response.statusCode))
  const isProxy = method.integration?.type.endsWith('_PROXY') ?? true
  const answered = isProxy
    ? []
    : (method.integration?.integrationResponses ?? []).map((response) => response.statusCode)
  return [...new Set(answered)].filter((status) => !declared.has(status))
}

function AddStatus({ taken, onAdd }: { readonly taken: readonly string[]; onAdd(status: string): void }) {
  const [text, setText] = useState('')
  const problem = taken.includes(text) ? `${text} is declared already` : problemOfStatus(text)

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
        aria-label="Status code to declare"
        placeholder="Status code"
        value={text}
        error={text === '' ? undefined : problem}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value.trim())}
      />
      <ActionButton label="Add method response" onClick={(event) => event.currentTarget.form?.requestSubmit()}>
        Add
      </ActionButton>
    </form>
  )
}

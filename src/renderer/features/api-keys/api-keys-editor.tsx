import { useMemo, useState } from 'react'
import type { ApiKey } from '@shared/design/api-key'
import { putApiKey } from '@shared/design/edits/put-api-key'
import { removeApiKey } from '@shared/design/edits/remove-api-key'
import type { UsagePlan } from '@shared/design/usage-plan'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useUiStore } from '../../stores/ui-store'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { ConfirmName } from '../../ui/confirm-name'
import { DataTable, type Column } from '../../ui/data-table'
import { EditorPage } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { ApiKeyForm } from './api-key-form'
import { newApiKey, problemOfKeyName } from './new-api-key'
import './api-keys-editor.css'

interface KeyRow extends ApiKey {
  readonly plans: string
}

const COLUMNS: readonly Column<KeyRow>[] = [
  { key: 'name', label: 'Name', width: 'minmax(140px, 2fr)', render: (row) => row.name },
  {
    key: 'state',
    label: 'State',
    width: '96px',
    render: (row) => (row.enabled ? <Chip tone="success">enabled</Chip> : <Chip>disabled</Chip>),
  },
  {
    key: 'plans',
    label: 'Usage plans',
    width: 'minmax(120px, 2fr)',
    render: (row) => (row.plans === '' ? <span className="gw-inherited">none</span> : row.plans),
  },
  { key: 'value', label: 'Value ends in', width: '132px', mono: true, render: (row) => `…${row.value.slice(-6)}` },
]

/** All API keys of the project, and the settings of one. */
export function ApiKeysEditor() {
  const keys = useDesignStore((state) => state.design?.apiKeys)
  const plans = useDesignStore((state) => state.design?.usagePlans)
  return keys === undefined || plans === undefined ? null : <Editor keys={keys} plans={plans} />
}

function Editor({ keys, plans }: { readonly keys: readonly ApiKey[]; readonly plans: readonly UsagePlan[] }) {
  const ids = useMemo(() => keys.map((key) => key.id), [keys])
  const [selected, select] = useSelectedThing(
    ids,
    'apiKeys',
    ids.map((_, index) => String(index)),
  )
  const [isNaming, setNaming] = useState(false)
  const rows = useMemo(() => keyRows(keys, plans), [keys, plans])
  const index = keys.findIndex((key) => key.id === selected)
  const key = keys[index]
  return (
    <EditorPage
      title="API keys"
      actions={
        <>
          <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'usage-plans', key: '' })}>
            Open usage plans
          </ActionButton>
          <ActionButton onClick={() => setNaming(true)}>Add API key</ActionButton>
        </>
      }
    >
      {keys.length === 0 ? (
        <EmptyState title="No API keys">A method that requires a key cannot be called without one.</EmptyState>
      ) : (
        <div className="gw-keys">
          <DataTable
            label="API keys"
            testId="api-keys"
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            rowAttributes={(row) => ({ 'data-key': row.name })}
            selectedKey={selected}
            onRowClick={(row) => select(row.id)}
          />
          <div className="gw-key-form">
            {key !== undefined && (
              <ApiKeyForm
                key={key.id}
                apiKey={key}
                index={index}
                keys={keys}
                plans={plans}
                onRemove={() => remove(key)}
              />
            )}
          </div>
        </div>
      )}
      <ConfirmName
        isOpen={isNaming}
        title="Add API key"
        label="Name"
        action="Add API key"
        validate={(name) => problemOfKeyName(keys, null, name)}
        onConfirm={(name) => {
          const added = newApiKey(name, keys, (numbers) => crypto.getRandomValues(numbers))
          useDesignStore.getState().edit(`Add API key ${name}`, (design) => putApiKey(design, added))
          setNaming(false)
          select(added.id)
        }}
        onClose={() => setNaming(false)}
      />
    </EditorPage>
  )
}

function keyRows(keys: readonly ApiKey[], plans: readonly UsagePlan[]): KeyRow[] {
  const names = new Map<string, string[]>()
  for (const plan of plans) for (const id of plan.keyIds) names.set(id, [...(names.get(id) ?? []), plan.name])
  return keys.map((key) => ({ ...key, plans: (names.get(key.id) ?? []).join(', ') }))
}

function remove(key: ApiKey): void {
  editWithUndo({
    name: `Delete API key ${key.name}`,
    change: (design) => removeApiKey(design, key.id),
    message: `API key ${key.name} is deleted`,
    code: 'api-key-deleted',
  })
}

import { useState, type ReactNode } from 'react'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { ThingList } from '../../ui/thing-list'

/** What a form of one authorizer offers beside its fields. */
export interface AuthorizerActions {
  onRename(): void
  onRemove(): void
}

export interface AuthorizersPageProps {
  /** Id -> its kind: "TOKEN". */
  readonly kinds: Readonly<Record<string, string>>
  /** What it means to have none. */
  readonly empty: string
  onAdd(id: string): void
  onRename(fromId: string, toId: string): void
  onRemove(id: string): void
  renderForm(id: string, actions: AuthorizerActions): ReactNode
}

/** The authorizers of an API of any type: a list, the form of one, and the dialog that names them. */
export function AuthorizersPage({ kinds, empty, onAdd, onRename, onRemove, renderForm }: AuthorizersPageProps) {
  const ids = Object.keys(kinds)
  const [selected, select] = useSelectedThing(ids, 'authorizers')
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null)

  function confirm(name: string): void {
    if (naming === 'rename' && selected !== null) onRename(selected, name)
    else onAdd(name)
    setNaming(null)
    select(name)
  }

  return (
    <EditorPage
      title="Authorizers"
      actions={<ActionButton onClick={() => setNaming('add')}>Add authorizer</ActionButton>}
    >
      {selected === null ? (
        <EmptyState title="No authorizers">{empty}</EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Authorizers"
              things={ids.map((id) => ({ id, name: id, note: kinds[id] }))}
              selectedId={selected}
              onSelect={select}
              onRemove={onRemove}
            />
          }
          form={renderForm(selected, { onRename: () => setNaming('rename'), onRemove: () => onRemove(selected) })}
        />
      )}
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'rename' ? `Rename ${selected}` : 'Add authorizer'}
        label="Name"
        action={naming === 'rename' ? 'Rename authorizer' : 'Add authorizer'}
        initial={naming === 'rename' ? (selected ?? '') : ''}
        validate={(name) => (Object.hasOwn(kinds, name) ? `${name} exists already` : undefined)}
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </EditorPage>
  )
}

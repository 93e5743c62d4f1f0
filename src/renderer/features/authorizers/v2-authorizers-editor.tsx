import { useState } from 'react'
import { putV2Authorizer } from '@shared/design/edits/v2/put-v2-authorizer'
import { removeV2Authorizer } from '@shared/design/edits/v2/remove-v2-authorizer'
import { renameV2Authorizer } from '@shared/design/edits/v2/rename-v2-authorizer'
import type { V2Api, V2Authorizer } from '@shared/design/v2-api'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { ThingList } from '../../ui/thing-list'
import { V2AuthorizerForm } from './v2-authorizer-form'

const NEW_HTTP: V2Authorizer = {
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer: '', audience: [] },
}

const NEW_WEBSOCKET: V2Authorizer = { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] }

/** The authorizers of an HTTP or WebSocket API: a list, and the settings of one. */
export function V2AuthorizersEditor({ api }: { readonly api: V2Api }) {
  const ids = Object.keys(api.authorizers)
  const [selected, select] = useSelectedThing(ids, 'authorizers')
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null)
  const authorizer: V2Authorizer | undefined = selected === null ? undefined : api.authorizers[selected]

  function confirm(name: string): void {
    const { edit } = useDesignStore.getState()
    const added = api.protocolType === 'HTTP' ? NEW_HTTP : NEW_WEBSOCKET
    if (naming === 'rename' && selected !== null) {
      edit(`Rename authorizer ${selected}`, (design) => renameV2Authorizer(design, api.id, selected, name))
    } else edit(`Add authorizer ${name}`, (design) => putV2Authorizer(design, api.id, name, added))
    setNaming(null)
    select(name)
  }

  return (
    <EditorPage
      title="Authorizers"
      actions={<ActionButton onClick={() => setNaming('add')}>Add authorizer</ActionButton>}
    >
      {selected === null || authorizer === undefined ? (
        <EmptyState title="No authorizers">
          {api.protocolType === 'HTTP'
            ? 'Without one, routes are open to every caller or ask for a signature.'
            : 'Without one, everybody may connect, or connections ask for a signature.'}
        </EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Authorizers"
              things={ids.map((id) => ({ id, name: id, note: api.authorizers[id]?.authorizerType }))}
              selectedId={selected}
              onSelect={select}
              onRemove={(id) => remove(api, id)}
            />
          }
          form={
            <V2AuthorizerForm
              key={selected}
              api={api}
              id={selected}
              authorizer={authorizer}
              onRename={() => setNaming('rename')}
              onRemove={() => remove(api, selected)}
            />
          }
        />
      )}
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'rename' ? `Rename ${selected}` : 'Add authorizer'}
        label="Name"
        action={naming === 'rename' ? 'Rename authorizer' : 'Add authorizer'}
        initial={naming === 'rename' ? (selected ?? '') : ''}
        validate={(name) => (Object.hasOwn(api.authorizers, name) ? `${name} exists already` : undefined)}
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </EditorPage>
  )
}

function remove(api: V2Api, id: string): void {
  editWithUndo({
    name: `Delete authorizer ${id}`,
    change: (design) => removeV2Authorizer(design, api.id, id),
    message: `Authorizer ${id} is deleted; its routes are open now`,
    code: 'authorizer-deleted',
  })
}

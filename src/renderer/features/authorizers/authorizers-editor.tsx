import { useState } from 'react'
import type { Authorizer } from '@shared/design/authorizer'
import { putAuthorizer } from '@shared/design/edits/put-authorizer'
import { removeAuthorizer } from '@shared/design/edits/remove-authorizer'
import { renameAuthorizer } from '@shared/design/edits/rename-authorizer'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { ThingList } from '../../ui/thing-list'
import { AuthorizerForm } from './authorizer-form'
import { V2AuthorizersEditor } from './v2-authorizers-editor'

/** The authorizers of an API: a list, and the settings of one. */
export function AuthorizersEditor() {
  const api = useSelectedRestApi()
  const v2Api = useSelectedV2Api()
  if (v2Api !== null) return <V2AuthorizersEditor key={v2Api.id} api={v2Api} />
  return api === null ? null : <Editor api={api} />
}

const NEW_AUTHORIZER: Authorizer = {
  type: 'TOKEN',
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
}

function Editor({ api }: { readonly api: RestApi }) {
  const ids = Object.keys(api.authorizers)
  const [selected, select] = useSelectedThing(ids, 'authorizers')
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null)
  const authorizer = selected === null ? undefined : api.authorizers[selected]

  function confirm(name: string): void {
    const { edit } = useDesignStore.getState()
    if (naming === 'rename' && selected !== null) {
      edit(`Rename authorizer ${selected}`, (design) => renameAuthorizer(design, api.id, selected, name))
    } else edit(`Add authorizer ${name}`, (design) => putAuthorizer(design, api.id, name, NEW_AUTHORIZER))
    setNaming(null)
    select(name)
  }

  return (
    <EditorPage
      title="Authorizers"
      actions={<ActionButton onClick={() => setNaming('add')}>Add authorizer</ActionButton>}
    >
      {ids.length === 0 ? (
        <EmptyState title="No authorizers">
          Without one, methods are open to every caller or ask for a signature.
        </EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Authorizers"
              things={ids.map((id) => ({ id, name: id, note: api.authorizers[id]?.type }))}
              selectedId={selected}
              onSelect={select}
              onRemove={(id) => remove(api, id)}
            />
          }
          form={
            selected !== null &&
            authorizer !== undefined && (
              <AuthorizerForm
                key={selected}
                api={api}
                id={selected}
                authorizer={authorizer}
                onRename={() => setNaming('rename')}
                onRemove={() => remove(api, selected)}
              />
            )
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

function remove(api: RestApi, id: string): void {
  editWithUndo({
    name: `Delete authorizer ${id}`,
    change: (design) => removeAuthorizer(design, api.id, id),
    message: `Authorizer ${id} is deleted; its methods are open now`,
    code: 'authorizer-deleted',
  })
}

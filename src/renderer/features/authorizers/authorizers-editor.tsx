import type { Authorizer } from '@shared/design/authorizer'
import { putAuthorizer } from '@shared/design/edits/put-authorizer'
import { removeAuthorizer } from '@shared/design/edits/remove-authorizer'
import { renameAuthorizer } from '@shared/design/edits/rename-authorizer'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { AuthorizerForm } from './authorizer-form'
import { AuthorizersPage } from './authorizers-page'
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
  return (
    <AuthorizersPage
      kinds={Object.fromEntries(Object.entries(api.authorizers).map(([id, { type }]) => [id, type]))}
      empty="Without one, methods are open to every caller or ask for a signature."
      onAdd={(id) =>
        useDesignStore
          .getState()
          .edit(`Add authorizer ${id}`, (design) => putAuthorizer(design, api.id, id, NEW_AUTHORIZER))
      }
      onRename={(from, to) =>
        useDesignStore
          .getState()
          .edit(`Rename authorizer ${from}`, (design) => renameAuthorizer(design, api.id, from, to))
      }
      onRemove={(id) => remove(api, id)}
      renderForm={(id, actions) => (
        <AuthorizerForm key={id} api={api} id={id} authorizer={api.authorizers[id]!} {...actions} />
      )}
    />
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

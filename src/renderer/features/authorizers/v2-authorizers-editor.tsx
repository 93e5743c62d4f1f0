import { putV2Authorizer } from '@shared/design/edits/v2/put-v2-authorizer'
import { removeV2Authorizer } from '@shared/design/edits/v2/remove-v2-authorizer'
import { renameV2Authorizer } from '@shared/design/edits/v2/rename-v2-authorizer'
import type { V2Api, V2Authorizer } from '@shared/design/v2-api'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { AuthorizersPage } from './authorizers-page'
import { V2AuthorizerForm } from './v2-authorizer-form'

const NEW_HTTP: V2Authorizer = {
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer: '', audience: [] },
}

const NEW_WEBSOCKET: V2Authorizer = { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] }

/** The authorizers of an HTTP or WebSocket API. */
export function V2AuthorizersEditor({ api }: { readonly api: V2Api }) {
  const authorizers: Readonly<Record<string, V2Authorizer>> = api.authorizers
  const added = api.protocolType === 'HTTP' ? NEW_HTTP : NEW_WEBSOCKET
  return (
    <AuthorizersPage
      kinds={Object.fromEntries(Object.entries(authorizers).map(([id, { authorizerType }]) => [id, authorizerType]))}
      empty={
        api.protocolType === 'HTTP'
          ? 'Without one, routes are open to every caller or ask for a signature.'
          : 'Without one, everybody may connect, or connections ask for a signature.'
      }
      onAdd={(id) =>
        useDesignStore.getState().edit(`Add authorizer ${id}`, (design) => putV2Authorizer(design, api.id, id, added))
      }
      onRename={(from, to) =>
        useDesignStore
          .getState()
          .edit(`Rename authorizer ${from}`, (design) => renameV2Authorizer(design, api.id, from, to))
      }
      onRemove={(id) => remove(api, id)}
      renderForm={(id, actions) => (
        <V2AuthorizerForm key={id} api={api} id={id} authorizer={authorizers[id]!} {...actions} />
      )}
    />
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

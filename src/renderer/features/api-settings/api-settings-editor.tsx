import { updateV2Api } from '@shared/design/edits/v2/update-v2-api'
import { renameApi } from '@shared/design/edits/rename-api'
import type { HttpApi } from '@shared/design/http-api'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { DesignSelectField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex, useSelectedV2Api } from '../../stores/selected-api'
import { EditorPage } from '../../ui/editor-page'
import { SwitchField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'

/** The settings of an HTTP or WebSocket API as a whole. */
export function ApiSettingsEditor() {
  const api = useSelectedV2Api()
  return api === null ? null : <Editor key={api.id} api={api} />
}

function Editor({ api }: { readonly api: V2Api }) {
  const apiIndex = useSelectedApiIndex()
  const at = (member: string): string => pointerTo(['apis', apiIndex, member])
  const set = (what: string, patch: Partial<HttpApi> & Partial<WebSocketApi>, isTyped: boolean): void => {
    const name = `${what} of ${api.name}`
    useDesignStore
      .getState()
      .edit(name, (design) => updateV2Api<V2Api>(design, api.id, patch as Partial<V2Api>), isTyped ? name : undefined)
  }
  return (
    <EditorPage title="API settings">
      <PanelSection title="Name">
        <div className="gw-field-row">
          <DesignTextField
            label="Name"
            pointer={at('name')}
            value={api.name}
            validate={(text) => (text.trim() === '' ? 'An API has a name' : undefined)}
            onChange={(text) =>
              useDesignStore
                .getState()
                .edit('Rename API', (design) => renameApi(design, api.id, text), `name ${api.id}`)
            }
          />
          <DesignTextField
            label="Description"
            pointer={at('description')}
            value={api.description ?? ''}
            onChange={(text) => set('Description', { description: text || undefined }, true)}
          />
        </div>
      </PanelSection>
      {api.protocolType === 'WEBSOCKET' && <Expressions api={api} at={at} set={set} />}
      <PanelSection title="Endpoint">
        <SwitchField
          label="Default endpoint is off"
          pointer={at('disableExecuteApiEndpoint')}
          checked={api.disableExecuteApiEndpoint === true}
          help="Callers reach it through a custom domain only; its own address answers 403."
          onChange={(checked) => set('Default endpoint', { disableExecuteApiEndpoint: checked || undefined }, false)}
        />
      </PanelSection>
    </EditorPage>
  )
}

interface ExpressionsProps {
  readonly api: WebSocketApi
  at(member: string): string
  set(what: string, patch: Partial<WebSocketApi>, isTyped: boolean): void
}

const KEY_SOURCES = [
  { value: '', label: '$request.header.x-api-key, the header' },
  { value: '$context.authorizer.usageIdentifierKey', label: '$context.authorizer.usageIdentifierKey, the authorizer' },
] as const

function Expressions({ api, at, set }: ExpressionsProps) {
  return (
    <PanelSection title="Messages">
      <DesignTextField
        label="Route selection expression"
        pointer={at('routeSelectionExpression')}
        value={api.routeSelectionExpression}
        mono
        placeholder="$request.body.action"
        help="Evaluated for every message; what it gives is the key of the route."
        onChange={(routeSelectionExpression) => set('Route selection expression', { routeSelectionExpression }, true)}
      />
      <DesignSelectField
        label="API key source"
        pointer={at('apiKeySelectionExpression')}
        value={api.apiKeySelectionExpression ?? ''}
        options={KEY_SOURCES}
        onChange={(value) => set('API key source', { apiKeySelectionExpression: value || undefined }, false)}
      />
    </PanelSection>
  )
}

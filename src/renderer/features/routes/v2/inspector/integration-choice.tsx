import { putV2Integration } from '@shared/design/edits/v2/put-v2-integration'
import { unusedId } from '@shared/design/unused-id'
import { integrationIdOf } from '@shared/design/v2-api'
import { DesignSelectField } from '../../../../stores/design-fields'
import { useDesignStore } from '../../../../stores/design-store'
import { ActionButton } from '../../../../ui/action-button'
import { PanelSection } from '../../../../ui/panel-section'
import { editV2Route } from '../edit-v2-route'
import { newV2Route } from '../new-v2-route'
import { targetInWords } from '../rows/common-rows'
import { v2RoutePointer } from '../use-v2-route'
import type { V2RouteContext } from '../v2-route-context'

/** Which integration the route points to: several routes may share one. */
export function IntegrationChoice({ context }: { readonly context: V2RouteContext }) {
  const { api, route, integrationId } = context
  const target = integrationIdOf(route) ?? ''
  const users = Object.entries(api.routes).filter(
    ([key, each]) => key !== context.routeKey && integrationId !== null && integrationIdOf(each) === integrationId,
  )
  const options = Object.entries(api.integrations).map(([id, { integrationUri, handler, integrationType }]) => ({
    value: id,
    label: `${id}: ${targetInWords(handler ?? integrationUri ?? integrationType)}`,
  }))
  const missing = target !== '' && integrationId === null ? [{ value: target, label: `${target}, does not exist` }] : []
  return (
    <PanelSection title="Integration of this route">
      <DesignSelectField
        label="Integration"
        pointer={v2RoutePointer(context, 'target')}
        value={target}
        options={[{ value: '', label: 'None' }, ...missing, ...options]}
        onChange={(value) => editV2Route(context, 'Integration', { target: value || undefined })}
      />
      {users.length > 0 && (
        <p className="gw-inspector-note">
          Shared with {users.map(([key]) => key).join(', ')}: what is changed here changes there.
        </p>
      )}
      <div>
        <ActionButton onClick={() => addOwn(context)}>
          {users.length > 0 ? 'Give this route its own copy' : 'Add an integration'}
        </ActionButton>
      </div>
    </PanelSection>
  )
}

function addOwn(context: V2RouteContext): void {
  const { api, routeKey, integration } = context
  const id = unusedId(`integration ${api.id} ${routeKey}`, 7, Object.keys(api.integrations))
  const added = integration ?? newV2Route(api, routeKey).integration
  if (added === undefined) return
  useDesignStore
    .getState()
    .edit(`Own integration of ${routeKey}`, (design) => putV2Integration(design, api.id, id, added, routeKey))
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { DesignSelectField } from '../../../stores/design-fields'
import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import { editMethod } from '../edit-route'
import type { RouteContext } from '../route-context'
import { methodPointer } from '../use-route'

/** Which model a body of each content type is checked against. */
export function RequestModels({ route }: { readonly route: RouteContext }) {
  const models = route.method.requestModels ?? {}
  const names = Object.keys(route.api.models)
  const free = ['application/json', '$default'].find((type) => !Object.hasOwn(models, type))
  const put = (type: string, model: string): void =>
    editMethod(route, 'Request model', { requestModels: { ...models, [type]: model } })
  return (
    <PanelSection
      title="Request models"
      action={
        free !== undefined && (
          <ActionButton
            disabledReason={names.length === 0 ? 'Add a model under Models first' : null}
            onClick={() => put(free, names[0] ?? '')}
          >
            Add {free}
          </ActionButton>
        )
      }
    >
      {Object.entries(models).map(([type, model]) => (
        <div key={type} className="gw-record-row">
          <DesignSelectField
            label={type}
            pointer={methodPointer(route, 'requestModels', type)}
            value={model}
            options={[...new Set([model, ...names])].map((name) => ({ value: name, label: name }))}
            onChange={(name) => put(type, name)}
          />
          <Tooltip label={`Remove ${type}`}>
            <ActionIcon aria-label={`Remove model of ${type}`} onClick={() => removeModelOf(route, type)}>
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <p className="gw-inspector-note">A body of another content type is not checked at all.</p>
    </PanelSection>
  )
}

function removeModelOf(route: RouteContext, type: string): void {
  const kept = Object.entries(route.method.requestModels ?? {}).filter(([name]) => name !== type)
  editMethod(route, 'Request model', { requestModels: kept.length === 0 ? undefined : Object.fromEntries(kept) })
}

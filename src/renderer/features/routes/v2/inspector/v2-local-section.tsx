import { problemOfHandler } from '@shared/design/handler-rule'
import { DesignTextField } from '../../../../stores/design-fields'
import { SelectField } from '../../../../ui/fields'
import { PanelSection } from '../../../../ui/panel-section'
import { FAULTS, problemOfBackend } from '../../inspector/local-rules'
import { editV2Integration } from '../edit-v2-route'
import { v2IntegrationPointer } from '../use-v2-route'
import type { V2RouteContext } from '../v2-route-context'

/** What plays the backend on this computer. Nothing of it is exported. */
export function V2LocalSection({
  context,
  isFunction,
}: {
  readonly context: V2RouteContext
  readonly isFunction: boolean
}) {
  const { integration } = context
  if (integration === null) return null
  return (
    <PanelSection title="On this computer">
      {isFunction ? (
        <DesignTextField
          label="Handler"
          pointer={v2IntegrationPointer(context, 'handler')}
          value={integration.handler ?? ''}
          mono
          placeholder="./handlers/items.mjs#list"
          help="A JavaScript, TypeScript or Python file, relative to the project file, and its function."
          validate={problemOfHandler}
          onChange={(text) => editV2Integration(context, 'Handler', { handler: text || undefined }, { isTyped: true })}
        />
      ) : (
        <DesignTextField
          label="Backend"
          pointer={v2IntegrationPointer(context, 'backend')}
          value={integration.backend ?? ''}
          mono
          placeholder="http://127.0.0.1:9000"
          help="A local address that plays a remote or private backend, or the endpoint of a service."
          validate={problemOfBackend}
          onChange={(text) => editV2Integration(context, 'Backend', { backend: text || undefined }, { isTyped: true })}
        />
      )}
      <SelectField
        label="Play a failure"
        pointer={v2IntegrationPointer(context, 'fault')}
        value={integration.fault ?? ''}
        options={[{ value: '', label: 'None' }, ...FAULTS]}
        onChange={(value) =>
          editV2Integration(context, 'Played failure', { fault: FAULTS.find((each) => each.value === value)?.value })
        }
      />
    </PanelSection>
  )
}

import { problemOfHandler } from '@shared/design/handler-rule'
import type { Integration } from '@shared/design/integration'
import { DesignTextField } from '../../../stores/design-fields'
import { SelectField } from '../../../ui/fields'
import { PanelSection } from '../../../ui/panel-section'
import { editIntegration } from '../edit-route'
import type { RouteContext } from '../route-context'
import { serviceOf } from '../rows/backend-rows'
import { methodPointer } from '../use-route'
import { FAULTS, problemOfBackend } from './local-rules'

/** What plays the backend on this computer. Nothing of it is exported. */
export function LocalSection({
  route,
  integration,
}: {
  readonly route: RouteContext
  readonly integration: Integration
}) {
  const isAws = integration.type === 'AWS' || integration.type === 'AWS_PROXY'
  const isLambda = isAws && serviceOf(integration) === null
  return (
    <PanelSection title="On this computer">
      {isLambda ? (
        <DesignTextField
          label="Handler"
          pointer={methodPointer(route, 'integration', 'handler')}
          value={integration.handler ?? ''}
          mono
          placeholder="./handlers/orders.mjs#create"
          help="A JavaScript, TypeScript or Python file, relative to the project file, and its function."
          validate={problemOfHandler}
          onChange={(text) => editIntegration(route, 'Handler', { handler: text || undefined }, { isTyped: true })}
        />
      ) : (
        <DesignTextField
          label="Backend"
          pointer={methodPointer(route, 'integration', 'backend')}
          value={integration.backend ?? ''}
          mono
          placeholder="http://127.0.0.1:9000"
          help={
            isAws
              ? 'An endpoint of your own for the service. Without one a local stand-in answers, if there is one.'
              : 'A local address that plays a remote or private backend.'
          }
          validate={problemOfBackend}
          onChange={(text) => editIntegration(route, 'Backend', { backend: text || undefined }, { isTyped: true })}
        />
      )}
      <SelectField
        label="Play a failure"
        pointer={methodPointer(route, 'integration', 'fault')}
        value={integration.fault ?? ''}
        options={[{ value: '', label: 'None' }, ...FAULTS]}
        onChange={(value) =>
          editIntegration(route, 'Played failure', { fault: FAULTS.find((each) => each.value === value)?.value })
        }
      />
    </PanelSection>
  )
}

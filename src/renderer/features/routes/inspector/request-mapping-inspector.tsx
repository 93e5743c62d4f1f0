import type { ContentHandling, Integration, PassthroughBehavior } from '@shared/design/integration'
import { PanelSection } from '../../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../../ui/record-editor'
import { SelectField } from '../../../ui/fields'
import { editIntegration } from '../edit-route'
import type { RouteContext } from '../route-context'
import { isProxy } from '../rows/backend-rows'
import { methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { NoIntegration } from './no-integration'
import { OpenTemplateButton } from './open-template-button'
import { StepHead } from './step-head'

const PASSTHROUGH: readonly { readonly value: PassthroughBehavior; readonly label: string }[] = [
  { value: 'WHEN_NO_MATCH', label: 'WHEN_NO_MATCH, other content types go through' },
  { value: 'WHEN_NO_TEMPLATES', label: 'WHEN_NO_TEMPLATES, refuse once there is a template' },
  { value: 'NEVER', label: 'NEVER, refuse what has no template' },
]

export function RequestMappingInspector({ route }: { readonly route: RouteContext }) {
  const { integration } = route.method
  return (
    <>
      <StepHead step="request-mapping" title="Request mapping">
        Turns the client's request into the one the integration gets. Proxy integrations get the request as it is.
      </StepHead>
      {integration === undefined ? (
        <NoIntegration route={route} />
      ) : (
        <Mapping route={route} integration={integration} />
      )}
      <ExportsSection route={route} step="request-mapping" />
    </>
  )
}

function Mapping({ route, integration }: { readonly route: RouteContext; readonly integration: Integration }) {
  return (
    <>
      {integration.type !== 'MOCK' && (
        <PanelSection title="Parameters of the backend request">
          <RecordEditor
            noun="mapped parameter"
            record={integration.requestParameters ?? {}}
            pointer={methodPointer(route, 'integration', 'requestParameters')}
            keyLabel="Target"
            keyPlaceholder="integration.request.header.X"
            valueLabel="Source"
            problemOfKey={problemOfTarget}
            onChange={(record, isTyped) =>
              editIntegration(route, 'Mapped parameters', { requestParameters: orNothing(record) }, { isTyped })
            }
          />
        </PanelSection>
      )}
      {!isProxy(integration) && <Templates route={route} integration={integration} />}
    </>
  )
}

function Templates({ route, integration }: { readonly route: RouteContext; readonly integration: Integration }) {
  return (
    <PanelSection title="Body templates">
      <SelectField
        label="Passthrough behavior"
        pointer={methodPointer(route, 'integration', 'passthroughBehavior')}
        value={integration.passthroughBehavior ?? 'WHEN_NO_MATCH'}
        options={PASSTHROUGH}
        onChange={(value) => {
          const passthroughBehavior = PASSTHROUGH.find((each) => each.value === value)?.value
          editIntegration(route, 'Passthrough behavior', { passthroughBehavior })
        }}
      />
      <SelectField
        label="Content handling"
        pointer={methodPointer(route, 'integration', 'contentHandling')}
        value={integration.contentHandling ?? ''}
        options={[
          { value: '', label: 'Pass through' },
          ...CONTENT_HANDLINGS.map((each) => ({ value: each, label: each })),
        ]}
        onChange={(value) =>
          editIntegration(route, 'Content handling', {
            contentHandling: CONTENT_HANDLINGS.find((each) => each === value),
          })
        }
      />
      <RecordEditor
        noun="template"
        record={integration.requestTemplates ?? {}}
        pointer={methodPointer(route, 'integration', 'requestTemplates')}
        keyLabel="Content type"
        valueLabel="Template"
        multiline
        newValue={integration.type === 'MOCK' ? '{"statusCode": 200}' : ''}
        renderAction={(contentType) => (
          <OpenTemplateButton slot={{ apiId: route.api.id, path: route.path, verb: route.verb, contentType }} />
        )}
        onChange={(record, isTyped) =>
          editIntegration(route, 'Request templates', { requestTemplates: orNothing(record) }, { isTyped })
        }
      />
    </PanelSection>
  )
}

const CONTENT_HANDLINGS: readonly ContentHandling[] = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']

function problemOfTarget(target: string): string | undefined {
  return /^integration\.request\.(header|querystring|path)\.\S+$/.test(target)
    ? undefined
    : 'As in integration.request.header.X, querystring or path'
}

function orNothing(record: TextRecord): TextRecord | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}

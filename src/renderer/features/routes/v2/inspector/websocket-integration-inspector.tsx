import type { IntegrationType } from '@shared/design/integration'
import type { WebSocketIntegration } from '@shared/design/websocket-api'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../../../stores/design-fields'
import { PanelSection } from '../../../../ui/panel-section'
import { StepHead } from '../../inspector/step-head'
import { editV2Integration } from '../edit-v2-route'
import { v2IntegrationPointer } from '../use-v2-route'
import type { WebSocketRouteContext } from '../v2-route-context'
import { IntegrationChoice } from './integration-choice'
import { V2LocalSection } from './v2-local-section'

const TYPES: readonly { readonly value: IntegrationType; readonly label: string }[] = [
  { value: 'AWS_PROXY', label: 'AWS_PROXY, a Lambda function' },
  { value: 'AWS', label: 'AWS, a service or function with mapping' },
  { value: 'HTTP_PROXY', label: 'HTTP_PROXY, a web address' },
  { value: 'HTTP', label: 'HTTP, a web address with mapping' },
  { value: 'MOCK', label: 'MOCK, answers by itself' },
]

export function WebSocketIntegrationInspector({ context }: { readonly context: WebSocketRouteContext }) {
  const { integration } = context
  return (
    <>
      <StepHead step="integration" title="Integration">
        What gets the message. A client sees its answer only where the route has a response.
      </StepHead>
      <IntegrationChoice context={context} />
      {integration !== null && (
        <>
          <Target context={context} integration={integration} />
          {integration.integrationType !== 'MOCK' && (
            <V2LocalSection context={context} isFunction={isFunction(integration)} />
          )}
        </>
      )}
    </>
  )
}

function isFunction({ integrationType, integrationUri }: WebSocketIntegration): boolean {
  if (integrationType === 'AWS_PROXY') return true
  return integrationType === 'AWS' && /:lambda:path\//.test(integrationUri ?? ':lambda:path/')
}

interface PartProps {
  readonly context: WebSocketRouteContext
  readonly integration: WebSocketIntegration
}

function Target({ context, integration }: PartProps) {
  const { integrationType } = integration
  const isHttp = integrationType.startsWith('HTTP')
  return (
    <PanelSection title="Target">
      <DesignSelectField
        label="Integration type"
        pointer={v2IntegrationPointer(context, 'integrationType')}
        value={integrationType}
        options={TYPES}
        onChange={(value) => changeType(context, integration, TYPES.find((each) => each.value === value)?.value)}
      />
      {integrationType === 'MOCK' ? (
        <p className="gw-inspector-fact">
          The request template says which status code; an integration response answers.
        </p>
      ) : (
        <>
          <DesignTextField
            label={isHttp ? 'Address' : 'ARN of the target'}
            pointer={v2IntegrationPointer(context, 'integrationUri')}
            value={integration.integrationUri ?? ''}
            mono
            multiline={!isHttp}
            placeholder={
              isHttp ? 'https://api.example.com/messages' : 'arn:aws:apigateway:us-east-1:lambda:path/…/invocations'
            }
            onChange={(text) =>
              editV2Integration(context, 'Address', { integrationUri: text || undefined }, { isTyped: true })
            }
          />
          <DesignNumberField
            label="Timeout"
            unit="ms"
            pointer={v2IntegrationPointer(context, 'timeoutInMillis')}
            value={integration.timeoutInMillis}
            placeholder="29000"
            min={LIMITS.integrationTimeoutMin.value}
            max={LIMITS.integrationTimeoutMax.value}
            integer
            onChange={(value) => editV2Integration(context, 'Timeout', { timeoutInMillis: value }, { isTyped: true })}
          />
        </>
      )}
    </PanelSection>
  )
}

/** What a new type needs comes with it; what it cannot have goes. */
function changeType(
  context: WebSocketRouteContext,
  integration: WebSocketIntegration,
  integrationType: IntegrationType | undefined,
): void {
  if (integrationType === undefined || integrationType === integration.integrationType) return
  const isMapped = !integrationType.endsWith('_PROXY')
  const isSameKind = integrationType.startsWith('HTTP') === integration.integrationType.startsWith('HTTP')
  editV2Integration(context, 'Integration type', {
    integrationType,
    integrationUri: integrationType !== 'MOCK' && isSameKind ? integration.integrationUri : undefined,
    integrationMethod: integrationType.startsWith('HTTP') ? 'POST' : undefined,
    ...(integrationType === 'MOCK' && {
      templateSelectionExpression: integration.templateSelectionExpression ?? '\\$default',
      requestTemplates: integration.requestTemplates ?? { $default: '{"statusCode": 200}' },
    }),
    ...(isMapped
      ? { integrationResponses: integration.integrationResponses ?? { $default: {} } }
      : { integrationResponses: undefined, requestTemplates: undefined }),
  })
}

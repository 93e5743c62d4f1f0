import { VERBS } from '@shared/design/method'
import type { HttpIntegration } from '@shared/design/http-api'
import { SERVICE_ACTIONS } from '@shared/design/v2-rules/service-actions'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../../../stores/design-fields'
import { PanelSection } from '../../../../ui/panel-section'
import { StepHead } from '../../inspector/step-head'
import { editV2Integration } from '../edit-v2-route'
import { HTTP_KINDS, kindOf, ofKind } from '../http-integration-kind'
import { v2IntegrationPointer } from '../use-v2-route'
import type { HttpRouteContext } from '../v2-route-context'
import { IntegrationChoice } from './integration-choice'
import { V2LocalSection } from './v2-local-section'

export function HttpIntegrationInspector({ context }: { readonly context: HttpRouteContext }) {
  const { integration } = context
  return (
    <>
      <StepHead step="integration" title="Integration">
        The backend that answers. A function that takes longer than the timeout is answered 503 for, another backend
        504.
      </StepHead>
      <IntegrationChoice context={context} />
      {integration !== null && (
        <>
          <Target context={context} integration={integration} />
          <V2LocalSection context={context} isFunction={kindOf(integration) === 'function'} />
        </>
      )}
    </>
  )
}

interface PartProps {
  readonly context: HttpRouteContext
  readonly integration: HttpIntegration
}

function Target({ context, integration }: PartProps) {
  const kind = kindOf(integration)
  return (
    <PanelSection title="Target">
      <DesignSelectField
        label="Integration type"
        pointer={v2IntegrationPointer(context, 'integrationType')}
        value={kind}
        options={HTTP_KINDS}
        onChange={(value) => {
          const chosen = HTTP_KINDS.find((each) => each.value === value)?.value
          if (chosen !== undefined) editV2Integration(context, 'Integration type', ofKind(chosen, integration))
        }}
      />
      {kind === 'service' ? (
        <Service context={context} integration={integration} />
      ) : (
        <Address context={context} integration={integration} />
      )}
      <DesignNumberField
        label="Timeout"
        unit="ms"
        pointer={v2IntegrationPointer(context, 'timeoutInMillis')}
        value={integration.timeoutInMillis}
        placeholder="30000"
        min={LIMITS.integrationTimeoutMin.value}
        max={LIMITS.httpIntegrationTimeoutMax.value}
        integer
        onChange={(value) => editV2Integration(context, 'Timeout', { timeoutInMillis: value }, { isTyped: true })}
      />
    </PanelSection>
  )
}

function Service({ context, integration }: PartProps) {
  return (
    <DesignSelectField
      label="Action"
      pointer={v2IntegrationPointer(context, 'integrationSubtype')}
      value={integration.integrationSubtype ?? ''}
      options={SERVICE_ACTIONS.map(({ subtype }) => ({ value: subtype, label: subtype }))}
      onChange={(integrationSubtype) => editV2Integration(context, 'Action', { integrationSubtype })}
    />
  )
}

function Address({ context, integration }: PartProps) {
  const kind = kindOf(integration)
  const isFunction = kind === 'function'
  return (
    <>
      <DesignTextField
        label={isFunction ? 'Function' : 'Address'}
        pointer={v2IntegrationPointer(context, 'integrationUri')}
        value={integration.integrationUri ?? ''}
        mono
        multiline={isFunction}
        placeholder={
          isFunction
            ? 'arn:aws:lambda:us-east-1:123456789012:function:list-items'
            : kind === 'private'
              ? 'arn:aws:elasticloadbalancing:…:listener/…'
              : 'https://api.example.com/items/{id}'
        }
        help={isFunction ? 'The ARN of a Lambda function; for this computer a handler below is enough.' : undefined}
        onChange={(text) =>
          editV2Integration(context, 'Address', { integrationUri: text || undefined }, { isTyped: true })
        }
      />
      {kind === 'private' && (
        <DesignTextField
          label="VPC link"
          pointer={v2IntegrationPointer(context, 'connectionId')}
          value={integration.connectionId ?? ''}
          mono
          placeholder="abc123"
          onChange={(text) =>
            editV2Integration(context, 'VPC link', { connectionId: text || undefined }, { isTyped: true })
          }
        />
      )}
      {isFunction ? (
        <PayloadFormat context={context} integration={integration} />
      ) : (
        <VerbOfCall context={context} integration={integration} />
      )}
    </>
  )
}

function PayloadFormat({ context, integration }: PartProps) {
  return (
    <DesignSelectField
      label="Payload format"
      pointer={v2IntegrationPointer(context, 'payloadFormatVersion')}
      value={integration.payloadFormatVersion ?? '1.0'}
      options={[
        { value: '2.0', label: '2.0, short, answers are inferred' },
        { value: '1.0', label: '1.0, as REST APIs send it' },
      ]}
      onChange={(value) =>
        editV2Integration(context, 'Payload format', { payloadFormatVersion: value === '2.0' ? '2.0' : '1.0' })
      }
    />
  )
}

function VerbOfCall({ context, integration }: PartProps) {
  return (
    <DesignSelectField
      label="Verb of the call"
      pointer={v2IntegrationPointer(context, 'integrationMethod')}
      value={integration.integrationMethod ?? 'ANY'}
      options={VERBS.map((verb) => ({ value: verb, label: verb === 'ANY' ? 'ANY, as the client' : verb }))}
      onChange={(integrationMethod) => editV2Integration(context, 'Verb of the call', { integrationMethod })}
    />
  )
}

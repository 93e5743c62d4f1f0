import type { Integration, IntegrationType } from '@shared/design/integration'
import { VERBS } from '@shared/design/method'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../../stores/design-fields'
import { PanelSection } from '../../../ui/panel-section'
import { editIntegration } from '../edit-route'
import type { RouteContext } from '../route-context'
import { methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { LocalSection } from './local-section'
import { NoIntegration } from './no-integration'
import { StepHead } from './step-head'

const TYPES: readonly { readonly value: IntegrationType; readonly label: string }[] = [
  { value: 'AWS_PROXY', label: 'AWS_PROXY, a Lambda function' },
  { value: 'AWS', label: 'AWS, a service with mapping' },
  { value: 'HTTP_PROXY', label: 'HTTP_PROXY, a web address' },
  { value: 'HTTP', label: 'HTTP, a web address with mapping' },
  { value: 'MOCK', label: 'MOCK, answers by itself' },
]

export function IntegrationInspector({ route }: { readonly route: RouteContext }) {
  const { integration } = route.method
  return (
    <>
      <StepHead step="integration" title="Integration">
        The backend that answers. One that takes longer than the timeout is answered 504 for.
      </StepHead>
      {integration === undefined ? (
        <NoIntegration route={route} />
      ) : (
        <>
          <Target route={route} integration={integration} />
          {integration.type !== 'MOCK' && <LocalSection route={route} integration={integration} />}
        </>
      )}
      <ExportsSection route={route} step="integration" />
    </>
  )
}

interface PartProps {
  readonly route: RouteContext
  readonly integration: Integration
}

function Target({ route, integration }: PartProps) {
  const isMock = integration.type === 'MOCK'
  return (
    <PanelSection title="Target">
      <DesignSelectField
        label="Integration type"
        pointer={methodPointer(route, 'integration', 'type')}
        value={integration.type}
        options={TYPES}
        onChange={(value) => changeType(route, integration, TYPES.find((each) => each.value === value)?.value)}
      />
      {isMock ? (
        <p className="gw-inspector-fact">
          The request template says which status code; the response mapping with that status gives the body.
        </p>
      ) : (
        <Address route={route} integration={integration} />
      )}
    </PanelSection>
  )
}

function Address({ route, integration }: PartProps) {
  const isHttp = integration.type === 'HTTP' || integration.type === 'HTTP_PROXY'
  return (
    <>
      <DesignTextField
        label={isHttp ? 'Address' : 'ARN of the target'}
        pointer={methodPointer(route, 'integration', 'uri')}
        value={integration.uri ?? ''}
        mono
        multiline={!isHttp}
        placeholder={
          isHttp ? 'https://api.example.com/orders' : 'arn:aws:apigateway:us-east-1:lambda:path/…/invocations'
        }
        validate={isHttp ? problemOfAddress : problemOfArn}
        onChange={(text) => editIntegration(route, 'Address', { uri: text || undefined }, { isTyped: true })}
      />
      <div className="gw-field-pair">
        <DesignSelectField
          label="Verb of the call"
          pointer={methodPointer(route, 'integration', 'httpMethod')}
          value={integration.httpMethod ?? ''}
          options={[
            { value: '', label: 'Not set' },
            ...VERBS.map((verb) => ({ value: verb, label: verb === 'ANY' ? 'ANY, as the client' : verb })),
          ]}
          onChange={(value) => editIntegration(route, 'Verb of the call', { httpMethod: value || undefined })}
        />
        <DesignNumberField
          label="Timeout"
          unit="ms"
          pointer={methodPointer(route, 'integration', 'timeoutInMillis')}
          value={integration.timeoutInMillis}
          placeholder="29000"
          min={LIMITS.integrationTimeoutMin.value}
          max={LIMITS.integrationTimeoutMax.value}
          integer
          onChange={(value) => editIntegration(route, 'Timeout', { timeoutInMillis: value }, { isTyped: true })}
        />
      </div>
    </>
  )
}

/** What a new type needs comes with it; what it cannot have goes. */
function changeType(route: RouteContext, integration: Integration, type: IntegrationType | undefined): void {
  if (type === undefined || type === integration.type) return
  const wasHttp = integration.type.startsWith('HTTP')
  const isHttp = type.startsWith('HTTP')
  const isMapped = type === 'MOCK' || type === 'AWS' || type === 'HTTP'
  const hasResponses = integration.integrationResponses.length > 0
  editIntegration(route, 'Integration type', {
    type,
    ...(type === 'MOCK' || wasHttp !== isHttp ? { uri: undefined } : {}),
    httpMethod: type === 'MOCK' ? undefined : (integration.httpMethod ?? (isHttp ? 'ANY' : 'POST')),
    ...(type === 'MOCK'
      ? { requestTemplates: integration.requestTemplates ?? { 'application/json': '{"statusCode": 200}' } }
      : {}),
    ...(isMapped && !hasResponses ? { integrationResponses: [{ statusCode: '200' }] } : {}),
  })
}

function problemOfAddress(text: string): string | undefined {
  return text === '' || /^https?:\/\/\S+$/.test(text) || text.includes('${stageVariables.')
    ? undefined
    : 'An address that begins with http:// or https://'
}

function problemOfArn(text: string): string | undefined {
  return text === '' || /^arn:aws[\w-]*:apigateway:[^:]*:[^:]+:(path|action)\/\S+$/.test(text)
    ? undefined
    : 'As in arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function ARN}/invocations'
}

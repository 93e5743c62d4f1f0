import type { HttpIntegration } from '@shared/design/http-api'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketIntegration } from '@shared/design/websocket-api'
import { partId, type ApiContext } from '../export-context'
import { functionArnOf } from '../function-arn'
import { ownMetadata } from '../own-metadata'
import { pascalCase } from '../logical-id'
import { arnParameter, portableUri, ROLE } from '../portable-text'
import type { TemplateObject } from '../template-document'
import { properties, ref } from '../template-functions'
import { vpcLinkParameter } from '../vpc-link'

/** What an API's integrations are in the template. */
export interface AddedIntegrations {
  /** Logical ids by id in the design. */
  readonly ids: ReadonlyMap<string, string>
  /** Logical ids of integration responses, which a deployment has to wait for. */
  readonly responses: readonly string[]
}

/** Adds the integrations with their responses. */
export function addV2Integrations(context: ApiContext<V2Api>): AddedIntegrations {
  const { api, parts } = context
  const ids = new Map<string, string>()
  const responses: string[] = []
  for (const [integrationId, integration] of Object.entries<HttpIntegration | WebSocketIntegration>(api.integrations)) {
    const target = functionArnOf(integration.integrationUri)?.replace(/^.*:function:/, '') ?? integrationId
    const words = pascalCase(target).replace(/Integration$/, '')
    const id = partId(context, `${words}Integration`, `integration ${integrationId}`)
    ids.set(integrationId, id)
    parts.resource(id, {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ...commonProperties(context, integration),
        ...(api.protocolType === 'HTTP' ? httpProperties(integration) : webSocketProperties(integration)),
      },
      ...ownMetadata(context.request, integration),
    })
    responses.push(...addResponses(context, id, integration))
  }
  return { ids, responses }
}

function commonProperties(context: ApiContext<V2Api>, integration: HttpIntegration | WebSocketIntegration) {
  return properties({
    ApiId: context.names.ref,
    IntegrationType: integration.integrationType,
    IntegrationMethod: integration.integrationMethod,
    IntegrationUri: portableUri(context, integration.integrationUri),
    ConnectionType: integration.connectionType,
    ConnectionId: vpcLinkParameter(context, integration.connectionId),
    CredentialsArn: arnParameter(context, integration.credentialsArn, ROLE),
    RequestParameters: integration.requestParameters,
    TimeoutInMillis: integration.timeoutInMillis,
  })
}

/** The service's map becomes lists of pairs. Source: http-api.md 18. */
function httpProperties(integration: Omit<HttpIntegration, 'integrationType'>): TemplateObject {
  const responses = Object.entries(integration.responseParameters ?? {}).map(([status, changes]) => [
    status,
    { ResponseParameters: Object.entries(changes).map(([Destination, Source]) => ({ Destination, Source })) },
  ])
  return properties({
    IntegrationSubtype: integration.integrationSubtype,
    PayloadFormatVersion: integration.payloadFormatVersion,
    ResponseParameters: integration.responseParameters && Object.fromEntries(responses),
  })
}

function webSocketProperties(integration: Omit<WebSocketIntegration, 'integrationType'>): TemplateObject {
  const { tlsConfig } = integration
  return properties({
    RequestTemplates: integration.requestTemplates,
    TemplateSelectionExpression: integration.templateSelectionExpression,
    PassthroughBehavior: integration.passthroughBehavior,
    ContentHandlingStrategy: integration.contentHandlingStrategy,
    TlsConfig: tlsConfig && properties({ ServerNameToVerify: tlsConfig.serverNameToVerify }),
  })
}

function addResponses(
  context: ApiContext<V2Api>,
  integrationId: string,
  integration: HttpIntegration | WebSocketIntegration,
): string[] {
  const { names, parts } = context
  const responses = 'integrationResponses' in integration ? integration.integrationResponses : undefined
  return Object.entries(responses ?? {}).map(([key, response]) => {
    const id = parts.idFor(`${integrationId}${pascalCase(key)}Response`, `${integrationId} response ${key}`)
    parts.resource(id, {
      Type: 'AWS::ApiGatewayV2::IntegrationResponse',
      Properties: properties({
        ApiId: names.ref,
        IntegrationId: ref(integrationId),
        IntegrationResponseKey: key,
        TemplateSelectionExpression: response.templateSelectionExpression,
        ResponseTemplates: response.responseTemplates,
        ResponseParameters: response.responseParameters,
        ContentHandlingStrategy: response.contentHandlingStrategy,
      }),
    })
    return id
  })
}

import type { HttpIntegration } from '@shared/design/http-api'
import type { V2Api, V2Integration } from '@shared/design/v2-api'
import type { WebSocketIntegration } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { targetText, vpcLink } from './arn-text'
import { presentTexts } from './present-texts'
import type { ApiScript } from './script-context'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/** Writes the integrations and their answers. Gives the variable of each by its id in the design. */
export function v2IntegrationCommands(context: ApiScript<V2Api>): ReadonlyMap<string, ShellVariable> {
  const { api, parts } = context
  const all = Object.entries<V2Integration>(api.integrations)
  if (all.length > 0) parts.heading('Integrations')
  const variables = all.map(([id, integration]): [string, ShellVariable] => {
    const words = variableWords(context.names.words, nameOf(integration) ?? id)
    const wanted = parts.variable(`${words}_INTEGRATION_ID`, `integration ${api.id} ${id}`)
    const { integrationUri } = integration
    const pointer = context.names.pointer + pointerTo(['integrations', id])
    parts.capture(wanted, 'IntegrationId', {
      operation: 'apigatewayv2 create-integration',
      options: {
        'api-id': [context.names.id],
        'integration-type': integration.integrationType,
        ...(api.protocolType === 'HTTP' && httpOptions(integration as HttpIntegration)),
        'integration-uri':
          integrationUri === undefined ? undefined : targetText(context, integrationUri, `${pointer}/integrationUri`),
        'connection-type': integration.connectionType,
        'connection-id': vpcLink(context, integration.connectionId),
        'credentials-arn': integration.credentialsArn,
        'request-parameters': presentTexts(integration.requestParameters),
        'timeout-in-millis': integration.timeoutInMillis,
        ...(api.protocolType === 'WEBSOCKET' && webSocketOptions(integration as WebSocketIntegration)),
      },
    })
    if (api.protocolType === 'WEBSOCKET') answerCommands(context, wanted, integration as WebSocketIntegration)
    return [id, wanted]
  })
  return new Map(variables)
}

/** The function it calls or the host it goes to. */
function nameOf({ integrationUri = '' }: V2Integration): string | undefined {
  return /:function:([\w-]+)/.exec(integrationUri)?.[1] ?? /^https?:\/\/([^/:]+)/.exec(integrationUri)?.[1]
}

/** The service wants a method for every backend, and a format for every integration. */
function httpOptions(integration: HttpIntegration) {
  const { integrationMethod, integrationType, payloadFormatVersion = '1.0', responseParameters } = integration
  return {
    'integration-subtype': integration.integrationSubtype,
    'integration-method': integrationMethod ?? (integrationType === 'HTTP_PROXY' ? 'ANY' : undefined),
    'payload-format-version': payloadFormatVersion,
    'response-parameters': responseParameters && { json: responseParameters },
  }
}

function webSocketOptions(integration: WebSocketIntegration) {
  const { tlsConfig } = integration
  return {
    'integration-method': integration.integrationMethod,
    'request-templates': presentTexts(integration.requestTemplates),
    'template-selection-expression': integration.templateSelectionExpression,
    'passthrough-behavior': integration.passthroughBehavior,
    'content-handling-strategy': integration.contentHandlingStrategy,
    'tls-config':
      tlsConfig?.serverNameToVerify === undefined
        ? undefined
        : { json: { ServerNameToVerify: tlsConfig.serverNameToVerify } },
  }
}

function answerCommands(
  { names, parts }: ApiScript,
  integration: ShellVariable,
  { integrationResponses = {} }: WebSocketIntegration,
): void {
  for (const [key, response] of Object.entries(integrationResponses)) {
    parts.run({
      operation: 'apigatewayv2 create-integration-response',
      options: {
        'api-id': [names.id],
        'integration-id': [integration],
        'integration-response-key': key,
        'response-parameters': presentTexts(response.responseParameters),
        'response-templates': presentTexts(response.responseTemplates),
        'template-selection-expression': response.templateSelectionExpression,
        'content-handling-strategy': response.contentHandlingStrategy,
      },
    })
  }
}

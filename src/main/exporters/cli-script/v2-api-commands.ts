import type { HttpApi, HttpAuthorizer } from '@shared/design/http-api'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketApi, WebSocketAuthorizer } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { targetText } from './arn-text'
import { modelCommands } from './model-commands'
import { presentTexts } from './present-texts'
import type { ApiScript } from './script-context'
import type { ShellVariable } from './shell-text'
import { v2IntegrationCommands } from './v2-integration-commands'
import { v2RouteCommands } from './v2-route-commands'
import { v2StageCommands } from './v2-stage-commands'
import { variableWords } from './variable-name'
import { wireMembers } from './wire-members'

/** Writes an HTTP or WebSocket API: itself, models, authorizers, integrations, the routes to them, and its stages. */
export function v2ApiCommands(context: ApiScript<V2Api>): void {
  const { api, names, parts } = context
  parts.heading(`${api.protocolType === 'HTTP' ? 'HTTP' : 'WebSocket'} API ${api.name}`)
  const options = {
    name: api.name,
    'protocol-type': api.protocolType,
    description: api.description || undefined,
    ...(api.protocolType === 'HTTP' ? httpOptions(api) : webSocketOptions(api)),
    'disable-execute-api-endpoint': api.disableExecuteApiEndpoint === true ? true : undefined,
    tags: presentTexts(api.tags),
  }
  parts.capture(names.id, 'ApiId', { operation: 'apigatewayv2 create-api', options })
  modelCommands(context)
  const authorizers = authorizerCommands(context)
  const integrations = v2IntegrationCommands(context)
  v2RouteCommands(context, { authorizers, integrations })
  v2StageCommands(context)
}

function httpOptions({ corsConfiguration }: HttpApi) {
  const cors = wireMembers(corsConfiguration ?? {})
  return { 'cors-configuration': Object.keys(cors).length === 0 ? undefined : { json: cors } }
}

function webSocketOptions(api: WebSocketApi) {
  return {
    'route-selection-expression': api.routeSelectionExpression,
    'api-key-selection-expression': api.apiKeySelectionExpression,
    'disable-schema-validation': api.disableSchemaValidation === true ? true : undefined,
  }
}

function authorizerCommands(context: ApiScript<V2Api>): ReadonlyMap<string, ShellVariable> {
  const { api, names, parts } = context
  const all = Object.entries<HttpAuthorizer | WebSocketAuthorizer>(api.authorizers)
  if (all.length > 0) parts.heading('Authorizers')
  const variables = all.map(([name, authorizer]): [string, ShellVariable] => {
    const wanted = parts.variable(`${names.words}_${variableWords(name)}_AUTHORIZER_ID`, `authorizer ${api.id} ${name}`)
    const { authorizerUri } = authorizer
    const options = {
      'api-id': [names.id],
      name,
      'authorizer-type': authorizer.authorizerType,
      'identity-source': { words: authorizer.identitySource },
      'authorizer-uri':
        authorizerUri === undefined
          ? undefined
          : targetText(context, authorizerUri, names.pointer + pointerTo(['authorizers', name, 'authorizerUri'])),
      ...('authorizerCredentialsArn' in authorizer && {
        'authorizer-credentials-arn': authorizer.authorizerCredentialsArn,
      }),
      ...(api.protocolType === 'HTTP' && httpAuthorizerOptions(authorizer as HttpAuthorizer)),
    }
    return [name, parts.capture(wanted, 'AuthorizerId', { operation: 'apigatewayv2 create-authorizer', options })]
  })
  return new Map(variables)
}

function httpAuthorizerOptions(authorizer: HttpAuthorizer) {
  const { jwtConfiguration: jwt, enableSimpleResponses } = authorizer
  return {
    'jwt-configuration': jwt && { json: wireMembers(jwt) },
    'authorizer-payload-format-version': authorizer.authorizerPayloadFormatVersion,
    'authorizer-result-ttl-in-seconds': authorizer.authorizerResultTtlInSeconds,
    'enable-simple-responses': enableSimpleResponses === true ? true : undefined,
  }
}

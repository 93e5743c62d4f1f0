import { integrationIdOf, type V2Api, type V2Route } from '@shared/design/v2-api'
import type { WebSocketParameter, WebSocketRoute } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { presentTexts } from './present-texts'
import type { ApiScript } from './script-context'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'
import { wireMembers } from './wire-members'

/** The variables of what routes refer to. */
export interface RouteReferences {
  readonly authorizers: ReadonlyMap<string, ShellVariable>
  readonly integrations: ReadonlyMap<string, ShellVariable>
}

/** Writes the routes, and what turns replies on. */
export function v2RouteCommands(context: ApiScript<V2Api>, references: RouteReferences): void {
  const { api, parts } = context
  const all = Object.entries<V2Route>(api.routes)
  if (all.length > 0) parts.heading('Routes')
  for (const [routeKey, route] of all) routeCommand(context, routeKey, route, references)
}

function routeCommand(
  context: ApiScript<V2Api>,
  routeKey: string,
  route: V2Route,
  { authorizers, integrations }: RouteReferences,
): void {
  const { api, names, parts } = context
  const integrationId = integrationIdOf(route)
  const integration = integrationId === undefined ? undefined : integrations.get(integrationId)
  const authorizer = route.authorizerId === undefined ? undefined : authorizers.get(route.authorizerId)
  if (integrationId !== undefined && integration === undefined) reportNoIntegration(context, routeKey, integrationId)
  const command = {
    operation: 'apigatewayv2 create-route',
    options: {
      'api-id': [names.id],
      'route-key': routeKey,
      target: integration && ['integrations/', integration],
      'authorization-type': route.authorizationType === 'NONE' ? undefined : route.authorizationType,
      'authorizer-id': authorizer ? [authorizer] : route.authorizerId,
      'operation-name': route.operationName || undefined,
      ...('authorizationScopes' in route && { 'authorization-scopes': { words: route.authorizationScopes ?? [] } }),
      ...(api.protocolType === 'WEBSOCKET' && webSocketOptions(route as WebSocketRoute)),
    },
  }
  const responses = Object.entries(
    api.protocolType === 'WEBSOCKET' ? ((route as WebSocketRoute).routeResponses ?? {}) : {},
  )
  if (responses.length === 0) {
    parts.run(command)
    return
  }
  const wanted = parts.variable(`${names.words}_${variableWords(routeKey)}_ROUTE_ID`, `route ${api.id} ${routeKey}`)
  const routeId = parts.capture(wanted, 'RouteId', command)
  for (const [key, response] of responses) {
    parts.run({
      operation: 'apigatewayv2 create-route-response',
      options: {
        'api-id': [names.id],
        'route-id': [routeId],
        'route-response-key': key,
        'model-selection-expression': response.modelSelectionExpression,
        'response-models': presentTexts(response.responseModels),
        'response-parameters': parametersOf(response.responseParameters),
      },
    })
  }
}

function webSocketOptions(route: WebSocketRoute) {
  return {
    'api-key-required': route.apiKeyRequired === true ? true : undefined,
    'model-selection-expression': route.modelSelectionExpression,
    'request-models': presentTexts(route.requestModels),
    'request-parameters': parametersOf(route.requestParameters),
    'route-response-selection-expression': route.routeResponseSelectionExpression,
  }
}

function parametersOf(parameters: Readonly<Record<string, WebSocketParameter>> | undefined) {
  const entries = Object.entries(parameters ?? {})
  if (entries.length === 0) return undefined
  return { json: Object.fromEntries(entries.map(([name, parameter]) => [name, wireMembers(parameter)])) }
}

function reportNoIntegration({ api, names, parts }: ApiScript<V2Api>, routeKey: string, integrationId: string): void {
  const message = `${routeKey} of ${api.name} leads to the integration "${integrationId}", which is not there: the route is written without one.`
  parts.report('export/refused', 'error', names.pointer + pointerTo(['routes', routeKey, 'target']), message)
}

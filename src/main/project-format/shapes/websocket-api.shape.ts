import type {
  WebSocketApi,
  WebSocketAuthorizer,
  WebSocketIntegration,
  WebSocketRoute,
  WebSocketStage,
} from '@shared/design/websocket-api'
import { filled, flag, list, number, optional, record, required, shown, struct, text, word } from '../shape'
import { texts } from './common.shape'
import { routeSettingsShape } from './http-api.shape'
import { contentHandlingShape, integrationTypeShape, passthroughBehaviorShape } from './integration.shape'

const webSocketRouteShape = struct<WebSocketRoute>('WebSocketRoute', {
  operationName: optional(text),
  target: optional(text),
  authorizationType: optional(word('NONE', 'AWS_IAM', 'CUSTOM')),
  authorizerId: optional(text),
  apiKeyRequired: optional(flag),
  routeResponseSelectionExpression: optional(text),
})

const webSocketIntegrationShape = struct<WebSocketIntegration>('WebSocketIntegration', {
  integrationType: required(integrationTypeShape),
  integrationMethod: optional(text),
  integrationUri: optional(text),
  credentialsArn: optional(text),
  requestTemplates: optional(texts),
  templateSelectionExpression: optional(text),
  passthroughBehavior: optional(passthroughBehaviorShape),
  contentHandlingStrategy: optional(contentHandlingShape),
  timeoutInMillis: optional(number),
  handler: optional(text),
  backend: optional(text),
})

const webSocketAuthorizerShape = struct<WebSocketAuthorizer>('WebSocketAuthorizer', {
  authorizerType: required(word('REQUEST')),
  identitySource: filled(list(text), []),
  authorizerUri: optional(text),
  handler: optional(text),
})

const webSocketStageShape = struct<WebSocketStage>('WebSocketStage', {
  description: optional(text),
  autoDeploy: optional(flag),
  stageVariables: optional(texts),
  defaultRouteSettings: optional(routeSettingsShape),
  routeSettings: optional(record(routeSettingsShape)),
})

export const webSocketApiShape = struct<WebSocketApi>('WebSocketApi', {
  protocolType: required(word('WEBSOCKET')),
  id: required(text),
  name: required(text),
  description: optional(text),
  routeSelectionExpression: shown(text, '$request.body.action'),
  apiKeySelectionExpression: optional(text),
  disableExecuteApiEndpoint: optional(flag),
  routes: filled(record(webSocketRouteShape), {}),
  integrations: filled(record(webSocketIntegrationShape), {}),
  authorizers: filled(record(webSocketAuthorizerShape), {}),
  stages: filled(record(webSocketStageShape), {}),
  tags: optional(texts),
})

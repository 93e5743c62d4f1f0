import type { Integration } from '@shared/design/integration'
import type {
  WebSocketApi,
  WebSocketAuthorizer,
  WebSocketIntegration,
  WebSocketIntegrationResponse,
  WebSocketParameter,
  WebSocketRoute,
  WebSocketRouteResponse,
  WebSocketStage,
} from '@shared/design/websocket-api'
import { filled, flag, list, number, optional, record, required, shown, struct, text, word } from '../shape'
import { accessLogSettingsShape, modelShape, texts } from './common.shape'
import { routeSettingsShape } from './http-api.shape'
import {
  connectionTypeShape,
  contentHandlingShape,
  integrationTypeShape,
  passthroughBehaviorShape,
} from './integration.shape'

const parameterShape = struct<WebSocketParameter>('WebSocketParameter', { required: filled(flag, false) })

const routeResponseShape = struct<WebSocketRouteResponse>('WebSocketRouteResponse', {
  modelSelectionExpression: optional(text),
  responseModels: optional(texts),
  responseParameters: optional(record(parameterShape)),
})

const webSocketRouteShape = struct<WebSocketRoute>('WebSocketRoute', {
  operationName: optional(text),
  target: optional(text),
  authorizationType: optional(word('NONE', 'AWS_IAM', 'CUSTOM')),
  authorizerId: optional(text),
  apiKeyRequired: optional(flag),
  modelSelectionExpression: optional(text),
  requestModels: optional(texts),
  requestParameters: optional(record(parameterShape)),
  routeResponseSelectionExpression: optional(text),
  routeResponses: optional(record(routeResponseShape)),
})

const integrationResponseShape = struct<WebSocketIntegrationResponse>('WebSocketIntegrationResponse', {
  responseTemplates: optional(texts),
  templateSelectionExpression: optional(text),
  responseParameters: optional(texts),
  contentHandlingStrategy: optional(contentHandlingShape),
})

const tlsConfigShape = struct<NonNullable<WebSocketIntegration['tlsConfig']>>('WebSocketTlsConfig', {
  serverNameToVerify: optional(text),
})

const webSocketIntegrationShape = struct<WebSocketIntegration>('WebSocketIntegration', {
  integrationType: required(integrationTypeShape),
  integrationMethod: optional(text),
  integrationUri: optional(text),
  connectionType: optional(connectionTypeShape),
  connectionId: optional(text),
  credentialsArn: optional(text),
  requestParameters: optional(texts),
  requestTemplates: optional(texts),
  templateSelectionExpression: optional(text),
  passthroughBehavior: optional(passthroughBehaviorShape),
  contentHandlingStrategy: optional(contentHandlingShape),
  timeoutInMillis: optional(number),
  tlsConfig: optional(tlsConfigShape),
  integrationResponses: optional(record(integrationResponseShape)),
  handler: optional(text),
  backend: optional(text),
  fault: optional(word<NonNullable<Integration['fault']>>('throttled', 'no-permission', 'timeout', 'error')),
})

const webSocketAuthorizerShape = struct<WebSocketAuthorizer>('WebSocketAuthorizer', {
  authorizerType: required(word('REQUEST')),
  identitySource: filled(list(text), []),
  authorizerUri: optional(text),
  authorizerCredentialsArn: optional(text),
  handler: optional(text),
})

const webSocketStageShape = struct<WebSocketStage>('WebSocketStage', {
  description: optional(text),
  autoDeploy: optional(flag),
  stageVariables: optional(texts),
  defaultRouteSettings: optional(routeSettingsShape),
  routeSettings: optional(record(routeSettingsShape)),
  accessLogSettings: optional(accessLogSettingsShape),
  clientCertificateId: optional(text),
})

export const webSocketApiShape = struct<WebSocketApi>('WebSocketApi', {
  protocolType: required(word('WEBSOCKET')),
  id: required(text),
  name: required(text),
  description: optional(text),
  routeSelectionExpression: shown(text, '$request.body.action'),
  apiKeySelectionExpression: optional(text),
  disableSchemaValidation: optional(flag),
  disableExecuteApiEndpoint: optional(flag),
  routes: filled(record(webSocketRouteShape), {}),
  integrations: filled(record(webSocketIntegrationShape), {}),
  authorizers: filled(record(webSocketAuthorizerShape), {}),
  models: optional(record(modelShape)),
  stages: filled(record(webSocketStageShape), {}),
  tags: optional(texts),
})

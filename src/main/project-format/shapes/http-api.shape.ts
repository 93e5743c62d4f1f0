import type {
  Cors,
  HttpApi,
  HttpAuthorizer,
  HttpIntegration,
  HttpRoute,
  HttpStage,
  RouteSettings,
} from '@shared/design/http-api'
import { filled, flag, list, number, optional, record, required, shown, struct, text, word } from '../shape'
import { accessLogSettingsShape, texts } from './common.shape'
import { connectionTypeShape } from './integration.shape'
import { loggingLevelShape } from './stage.shape'

export const routeSettingsShape = struct<RouteSettings>('RouteSettings', {
  throttlingRateLimit: optional(number),
  throttlingBurstLimit: optional(number),
  detailedMetricsEnabled: optional(flag),
  dataTraceEnabled: optional(flag),
  loggingLevel: optional(loggingLevelShape),
})

const corsShape = struct<Cors>('Cors', {
  allowCredentials: optional(flag),
  allowHeaders: optional(list(text)),
  allowMethods: optional(list(text)),
  allowOrigins: optional(list(text)),
  exposeHeaders: optional(list(text)),
  maxAge: optional(number),
})

const httpRouteShape = struct<HttpRoute>('HttpRoute', {
  operationName: optional(text),
  target: optional(text),
  authorizationType: filled(word('NONE', 'AWS_IAM', 'JWT', 'CUSTOM'), 'NONE'),
  authorizerId: optional(text),
  authorizationScopes: optional(list(text)),
})

const payloadFormatVersionShape = word('1.0', '2.0')

const httpIntegrationShape = struct<HttpIntegration>('HttpIntegration', {
  integrationType: required(word('AWS_PROXY', 'HTTP_PROXY')),
  integrationSubtype: optional(text),
  integrationMethod: optional(text),
  integrationUri: optional(text),
  connectionType: optional(connectionTypeShape),
  connectionId: optional(text),
  credentialsArn: optional(text),
  payloadFormatVersion: optional(payloadFormatVersionShape),
  requestParameters: optional(texts),
  responseParameters: optional(record(texts)),
  timeoutInMillis: optional(number),
  handler: optional(text),
  backend: optional(text),
  fault: optional(word('throttled', 'no-permission', 'timeout', 'error')),
})

const jwtConfigurationShape = struct<NonNullable<HttpAuthorizer['jwtConfiguration']>>('JwtConfiguration', {
  issuer: required(text),
  audience: required(list(text)),
})

const httpAuthorizerShape = struct<HttpAuthorizer>('HttpAuthorizer', {
  authorizerType: required(word('JWT', 'REQUEST')),
  identitySource: filled(list(text), []),
  jwtConfiguration: optional(jwtConfigurationShape),
  authorizerUri: optional(text),
  authorizerPayloadFormatVersion: optional(payloadFormatVersionShape),
  authorizerResultTtlInSeconds: optional(number),
  enableSimpleResponses: optional(flag),
  handler: optional(text),
})

const httpStageShape = struct<HttpStage>('HttpStage', {
  description: optional(text),
  autoDeploy: shown(flag, false),
  stageVariables: optional(texts),
  defaultRouteSettings: optional(routeSettingsShape),
  routeSettings: optional(record(routeSettingsShape)),
  accessLogSettings: optional(accessLogSettingsShape),
})

export const httpApiShape = struct<HttpApi>('HttpApi', {
  protocolType: required(word('HTTP')),
  id: required(text),
  name: required(text),
  description: optional(text),
  corsConfiguration: optional(corsShape),
  disableExecuteApiEndpoint: optional(flag),
  routes: filled(record(httpRouteShape), {}),
  integrations: filled(record(httpIntegrationShape), {}),
  authorizers: filled(record(httpAuthorizerShape), {}),
  stages: filled(record(httpStageShape), {}),
  tags: optional(texts),
})

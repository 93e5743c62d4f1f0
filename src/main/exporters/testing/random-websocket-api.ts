import { idFrom } from '@shared/design/id-from'
import type { WebSocketApi, WebSocketIntegration, WebSocketRoute, WebSocketStage } from '@shared/design/websocket-api'
import type { Random } from '../../project-format/testing/random'
import {
  ACCESS_LOG,
  FUNCTIONS,
  invocationUri,
  maybe,
  randomTemplates,
  randomText,
  randomVariables,
  some,
} from './random-parts'

const ROUTES = ['$connect', '$disconnect', '$default', 'sendMessage', 'join-room']

/** A WebSocket API with an integration for each of its routes. */
export function randomWebSocketApi(random: Random, name: string): WebSocketApi {
  const id = idFrom(`${name} ${random.below(1e6)}`, 10)
  const hasAuthorizer = random.chance(0.5)
  const routeKeys = ['$connect', ...some(random, ROUTES.slice(1), 0.7)]
  const idOf = (routeKey: string): string => idFrom(`${id} ${routeKey}`, 7)
  const models = random.chance(0.4)
    ? { Message: { contentType: 'application/json', schema: { type: 'object' } } }
    : undefined
  return {
    protocolType: 'WEBSOCKET',
    id,
    name,
    routeSelectionExpression: '$request.body.action',
    ...maybe<Pick<WebSocketApi, 'description' | 'disableExecuteApiEndpoint'>>(random, {
      description: () => randomText(random),
      disableExecuteApiEndpoint: () => true,
    }),
    routes: Object.fromEntries(
      routeKeys.map((key) => [key, randomRoute(random, key, idOf(key), hasAuthorizer, models !== undefined)]),
    ),
    integrations: Object.fromEntries(routeKeys.map((key) => [idOf(key), randomIntegration(random)])),
    authorizers: hasAuthorizer
      ? {
          visitors: {
            authorizerType: 'REQUEST',
            identitySource: ['route.request.header.Auth', 'route.request.querystring.token'],
            authorizerUri: invocationUri('authorize'),
          },
        }
      : {},
    ...(models && { models }),
    stages: Object.fromEntries(
      ['prod', ...some(random, ['dev'])].map((stage) => [stage, randomStage(random, routeKeys)]),
    ),
  }
}

function randomRoute(
  random: Random,
  routeKey: string,
  target: string,
  hasAuthorizer: boolean,
  hasModel: boolean,
): WebSocketRoute {
  if (routeKey === '$connect') {
    return {
      target,
      ...(hasAuthorizer && { authorizationType: 'CUSTOM' as const, authorizerId: 'visitors' }),
      ...(random.chance(0.3) && { apiKeyRequired: true }),
    }
  }
  return {
    target,
    ...(random.chance(0.3) && { operationName: 'Send' }),
    ...(hasModel && { modelSelectionExpression: '$request.body.kind', requestModels: { note: 'Message' } }),
    ...(random.chance(0.4) && { routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } }),
  }
}

function randomIntegration(random: Random): WebSocketIntegration {
  const kind = random.below(3)
  if (kind === 0) {
    return {
      integrationType: 'AWS_PROXY',
      integrationMethod: 'POST',
      integrationUri: invocationUri(random.pick(FUNCTIONS)),
      ...(random.chance(0.3) && { timeoutInMillis: 5_000 }),
      ...(random.chance(0.3) && { handler: './handlers/orders.mjs#create' }),
    }
  }
  const templates = { requestTemplates: { 200: '{"statusCode": 200}', ...randomTemplates(random) } }
  const answers = { integrationResponses: { $default: { responseTemplates: randomTemplates(random) } } }
  if (kind === 1) return { integrationType: 'MOCK', templateSelectionExpression: '200', ...templates, ...answers }
  return {
    integrationType: 'HTTP',
    integrationMethod: 'POST',
    integrationUri: 'https://example.com/hook',
    passthroughBehavior: 'WHEN_NO_TEMPLATES',
    requestParameters: { 'integration.request.header.X-Id': 'context.connectionId' },
    ...templates,
    ...answers,
  }
}

function randomStage(random: Random, routeKeys: readonly string[]): WebSocketStage {
  const settings = () => ({ throttlingRateLimit: 10 + random.below(90), throttlingBurstLimit: 5 + random.below(90) })
  return {
    ...maybe<WebSocketStage>(random, {
      description: () => randomText(random),
      autoDeploy: () => true,
      stageVariables: () => ({ a: 'b', ...randomVariables(random) }),
      defaultRouteSettings: () => ({ ...settings(), loggingLevel: 'INFO' as const }),
      routeSettings: () => Object.fromEntries(some(random, routeKeys).map((key) => [key, settings()])),
      accessLogSettings: () => ACCESS_LOG,
    }),
  }
}

import type { HttpApi, HttpAuthorizer, HttpIntegration, HttpRoute, HttpStage } from '@shared/design/http-api'
import { idFrom } from '@shared/design/id-from'
import type { Random } from '../../project-format/testing/random'
import {
  ACCESS_LOG,
  functionArn,
  FUNCTIONS,
  invocationUri,
  maybe,
  maybeOneOf,
  randomTags,
  randomText,
  randomVariables,
  some,
} from './random-parts'
import { withTags } from './random-rest-api'

const ROUTES = ['GET /orders', 'POST /orders', 'ANY /orders/{orderId}', 'GET /files/{proxy+}', 'PATCH /', '$default']

/** An HTTP API: every integration is the target of some route, some of several. */
export function randomHttpApi(random: Random, name: string): HttpApi {
  const id = idFrom(`${name} ${random.below(1e6)}`, 10)
  const authorizers = randomAuthorizers(random)
  const integrations = Object.fromEntries(
    Array.from({ length: 2 + random.below(3) }, (_, index) => [idFrom(`${id} ${index}`, 7), randomIntegration(random)]),
  )
  const targets = Object.keys(integrations)
  const routeKeys = [
    ...targets.map((_, index) => ROUTES[index] ?? '$default'),
    ...some(random, ROUTES.slice(targets.length)),
  ]
  const routes = routeKeys.map((routeKey, index) => [
    routeKey,
    randomRoute(random, targets[index] ?? random.pick(targets), authorizers),
  ])
  return {
    protocolType: 'HTTP',
    id,
    name,
    ...maybe<Pick<HttpApi, 'description' | 'corsConfiguration' | 'disableExecuteApiEndpoint'>>(random, {
      description: () => randomText(random),
      corsConfiguration: () => randomCors(random),
      disableExecuteApiEndpoint: () => true,
    }),
    routes: Object.fromEntries(routes) as HttpApi['routes'],
    integrations,
    authorizers,
    stages: Object.fromEntries(
      ['$default', ...some(random, ['dev'])].map((stage) => [stage, randomStage(random, routeKeys)]),
    ),
    ...withTags(randomTags(random)),
  }
}

function randomRoute(random: Random, target: string, authorizers: HttpApi['authorizers']): HttpRoute {
  const authorizerId = maybeOneOf(random, Object.keys(authorizers))
  const isJwt = authorizerId !== undefined && authorizers[authorizerId]?.authorizerType === 'JWT'
  const authorizationScopes = isJwt ? some(random, ['read', 'orders/write']) : []
  return {
    target,
    ...(random.chance(0.4) && { operationName: `operation${random.below(1e9)}` }),
    ...(authorizerId === undefined
      ? { authorizationType: random.pick(['NONE', 'AWS_IAM'] as const) }
      : { authorizationType: isJwt ? ('JWT' as const) : ('CUSTOM' as const), authorizerId }),
    ...(authorizationScopes.length > 0 && { authorizationScopes }),
  }
}

function randomAuthorizers(random: Random): Readonly<Record<string, HttpAuthorizer>> {
  const jwt: HttpAuthorizer = {
    authorizerType: 'JWT',
    identitySource: [random.pick(['$request.header.Authorization', '$request.querystring.token'])],
    jwtConfiguration: { issuer: 'https://auth.example.com/', audience: ['orders', 'admin'] },
  }
  const lambda: HttpAuthorizer = {
    authorizerType: 'REQUEST',
    identitySource: ['$request.header.X-Key', ...some(random, ['$context.path', '$stageVariables.a'])],
    authorizerUri: invocationUri('authorize'),
    ...(random.chance(0.5)
      ? { authorizerPayloadFormatVersion: '1.0' as const }
      : { authorizerPayloadFormatVersion: '2.0' as const, enableSimpleResponses: random.chance(0.5) }),
    ...maybe<Pick<HttpAuthorizer, 'authorizerResultTtlInSeconds' | 'handler'>>(random, {
      authorizerResultTtlInSeconds: () => random.pick([0, 300]),
      handler: () => './handlers/authorize.mjs#handler',
    }),
  }
  return Object.fromEntries(some(random, [['jwt-users', jwt] as const, ['lambda', lambda] as const]))
}

function randomIntegration(random: Random): HttpIntegration {
  const common = maybe<Pick<HttpIntegration, 'timeoutInMillis' | 'requestParameters' | 'responseParameters'>>(random, {
    timeoutInMillis: () => 50 + random.below(29_000),
    requestParameters: () => ({ 'append:header.X-From': '$context.requestId', 'overwrite:path': '/v1/$request.path' }),
    responseParameters: () => ({ 404: { 'overwrite:statuscode': '204' }, 500: { 'append:header.e': 'a: b' } }),
  })
  switch (random.below(4)) {
    case 0:
      return {
        integrationType: 'AWS_PROXY',
        integrationSubtype: 'SQS-SendMessage',
        credentialsArn: 'arn:aws:iam::123456789012:role/send',
        payloadFormatVersion: '1.0',
        requestParameters: {
          QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders',
          MessageBody: '$request.body',
        },
      }
    case 1:
      return {
        ...common,
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'ANY',
        integrationUri: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/b/c',
        connectionType: 'VPC_LINK',
        connectionId: 'abc123',
        payloadFormatVersion: '1.0',
      }
    case 2:
      return {
        ...common,
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'GET',
        integrationUri: 'https://example.com/{proxy}',
      }
    default:
      return {
        ...common,
        integrationType: 'AWS_PROXY',
        integrationUri: random.chance(0.5)
          ? functionArn(random.pick(FUNCTIONS))
          : invocationUri(random.pick(FUNCTIONS)),
        payloadFormatVersion: random.pick(['1.0', '2.0'] as const),
        ...(random.chance(0.3) && { handler: './handlers/orders.mjs#create' }),
        ...(random.chance(0.1) && { fault: 'throttled' as const }),
      }
  }
}

function randomCors(random: Random): NonNullable<HttpApi['corsConfiguration']> {
  return {
    allowOrigins: ['https://example.com', 'http://localhost:3000'],
    ...maybe<Omit<NonNullable<HttpApi['corsConfiguration']>, 'allowOrigins'>>(random, {
      allowCredentials: () => random.chance(0.5),
      allowHeaders: () => ['x-a', '*'],
      allowMethods: () => ['GET', 'POST'],
      exposeHeaders: () => ['date'],
      maxAge: () => random.pick([-1, 0, 600]),
    }),
  }
}

function randomStage(random: Random, routeKeys: readonly string[]): HttpStage {
  const settings = () => ({ throttlingRateLimit: 10 + random.below(90), throttlingBurstLimit: 5 + random.below(90) })
  return {
    autoDeploy: random.chance(0.8),
    ...maybe<Omit<HttpStage, 'autoDeploy'>>(random, {
      description: () => randomText(random),
      stageVariables: () => ({ a: 'b', ...randomVariables(random) }),
      defaultRouteSettings: () => ({ ...settings(), detailedMetricsEnabled: true }),
      routeSettings: () => Object.fromEntries(some(random, [...new Set(routeKeys)]).map((key) => [key, settings()])),
      accessLogSettings: () => ACCESS_LOG,
    }),
  }
}

import type { HttpApi, HttpAuthorizer, HttpIntegration, HttpRoute, HttpStage } from '@shared/design/http-api'
import type { Given, HttpVector } from './http-vector'
import { conditionOf } from './vector-condition'
import type { VectorWorld } from './vector-world'

/** Handlers of the suite's own, see `vector-handlers.ts`. */
const ANSWER = './vectors.mjs#answer'
const AUTHORIZE = './vectors.mjs#authorize'

/** The API of a vector: one integration behind every route. */
export function vectorApi(vector: HttpVector, id: string, world: VectorWorld): HttpApi {
  const { given } = vector
  const condition = given.condition === undefined ? null : conditionOf(given.condition)
  const authorizer = authorizerOf(given, world.issuer)
  const route: HttpRoute = {
    target: 'backend',
    authorizationType: authorizationOf(given, authorizer),
    ...(authorizer !== null && { authorizerId: 'authorizer' }),
    ...(given.routeAuthorizationScopes !== undefined && { authorizationScopes: given.routeAuthorizationScopes }),
  }
  const stage: HttpStage = {
    autoDeploy: true,
    ...(given.stageVariables !== undefined && { stageVariables: given.stageVariables }),
    ...condition?.stage,
  }
  return {
    protocolType: 'HTTP',
    id,
    name: vector.id,
    routes: Object.fromEntries(routeKeysOf(given).map((routeKey) => [routeKey, route])),
    integrations: { backend: { ...integrationOf(vector, world), ...condition?.integration } },
    authorizers: authorizer === null ? {} : { authorizer },
    stages: Object.fromEntries((given.stages ?? [given.stage ?? '$default']).map((name) => [name, stage])),
    ...(given.cors !== undefined && { corsConfiguration: given.cors }),
  }
}

/** "GET /{name}/{id}" for path parameters without a route; else every request is taken. */
function routeKeysOf({ routes, routeKey, pathParameters, requests }: Given): readonly string[] {
  if (routes !== undefined) return routes
  if (routeKey !== undefined) return [routeKey]
  if (requests !== undefined) return requests.map((request) => request.split(' ', 2).join(' '))
  if (pathParameters === undefined) return ['$default']
  return [
    `ANY ${Object.keys(pathParameters)
      .map((name) => `/{${name}}`)
      .join('')}`,
  ]
}

function integrationOf({ given, expect }: HttpVector, world: VectorWorld): HttpIntegration {
  const { requestParameters, responseParameters } = given
  const mapping = {
    ...(requestParameters !== undefined && { requestParameters }),
    ...(responseParameters !== undefined && { responseParameters }),
  }
  const isHttp =
    given.backendResponse !== undefined ||
    expect.backendHeaders !== undefined ||
    expect.backendHeadersAbsent !== undefined ||
    expect.mappedPath !== undefined ||
    given.integration?.type === 'HTTP_PROXY'
  if (isHttp) {
    return { integrationType: 'HTTP_PROXY', integrationMethod: 'ANY', integrationUri: world.backend, ...mapping }
  }
  const payloadFormatVersion = given.integration?.payloadFormatVersion === '1.0' ? '1.0' : '2.0'
  return { integrationType: 'AWS_PROXY', payloadFormatVersion, handler: ANSWER, ...mapping }
}

function authorizationOf(
  { authorizationType }: Given,
  authorizer: HttpAuthorizer | null,
): HttpRoute['authorizationType'] {
  if (authorizationType === 'AWS_IAM') return 'AWS_IAM'
  if (authorizer === null) return 'NONE'
  return authorizer.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM'
}

function authorizerOf(given: Given, issuer: string): HttpAuthorizer | null {
  const { payload, simple, ttl, identitySource, authorizer } = given
  const isFunction =
    payload !== undefined || given.authorizerReturn !== undefined || given.authorizerThrows !== undefined
  if (isFunction || authorizer?.type === 'REQUEST') {
    return {
      authorizerType: 'REQUEST',
      identitySource: identitySource ?? [],
      authorizerPayloadFormatVersion: payload ?? '2.0',
      enableSimpleResponses: simple ?? false,
      authorizerResultTtlInSeconds: ttl ?? 0,
      handler: AUTHORIZE,
    }
  }
  const isJwt =
    authorizer !== undefined ||
    given.tokenPayload !== undefined ||
    given.tokenHeader !== undefined ||
    given.routeAuthorizationScopes !== undefined
  if (!isJwt) return null
  return {
    authorizerType: 'JWT',
    identitySource: identitySource ?? ['$request.header.Authorization'],
    jwtConfiguration: { issuer, audience: audienceOf(given) },
  }
}

export function audienceOf({ authorizer }: Given): readonly string[] {
  return authorizer?.audience ?? ['api']
}

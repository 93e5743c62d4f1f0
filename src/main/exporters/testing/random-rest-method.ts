import type { Authorizer } from '@shared/design/authorizer'
import type { Method, MethodResponse } from '@shared/design/method'
import type { Random } from '../../project-format/testing/random'
import { maybe, maybeOneOf, randomText, some } from './random-parts'
import { randomIntegration } from './random-rest-integration'

/** What methods refer to. */
export interface MethodSurroundings {
  readonly authorizers: Readonly<Record<string, Authorizer>>
  readonly models: readonly string[]
  readonly validators: readonly string[]
}

export function randomMethod(random: Random, path: string, around: MethodSurroundings): Method {
  const requestParameters = randomParameters(random, path)
  const requestModels = around.models.length > 0 && random.chance(0.4) ? bodyModels(random, around.models) : {}
  const methodResponses = some(random, ['200', '201', '404', '500']).map((statusCode) =>
    randomResponse(random, statusCode, around.models),
  )
  return {
    ...maybe<Pick<Method, 'operationName' | 'description'>>(random, {
      operationName: () => `operation${random.below(1e9)}`,
      description: () => randomText(random),
    }),
    ...randomAuthorization(random, around.authorizers),
    apiKeyRequired: random.chance(0.3),
    ...(around.validators.length > 0 && random.chance(0.5) && { requestValidatorId: random.pick(around.validators) }),
    ...(Object.keys(requestParameters).length > 0 && { requestParameters }),
    ...(Object.keys(requestModels).length > 0 && { requestModels }),
    methodResponses,
    integration: randomIntegration(random, methodResponses, requestParameters),
  }
}

function randomAuthorization(
  random: Random,
  authorizers: Readonly<Record<string, Authorizer>>,
): Pick<Method, 'authorizationType' | 'authorizerId' | 'authorizationScopes'> {
  const authorizerId = maybeOneOf(random, Object.keys(authorizers))
  const type = authorizerId === undefined ? undefined : authorizers[authorizerId]?.type
  if (authorizerId === undefined || type === undefined) {
    return { authorizationType: random.pick(['NONE', 'AWS_IAM'] as const) }
  }
  if (type !== 'COGNITO_USER_POOLS') return { authorizationType: 'CUSTOM', authorizerId }
  const authorizationScopes = some(random, ['orders/read', 'orders/write'])
  return { authorizationType: type, authorizerId, ...(authorizationScopes.length > 0 && { authorizationScopes }) }
}

/** Names are unique across the places of a request, as the service wants them. */
function randomParameters(random: Random, path: string): Readonly<Record<string, boolean>> {
  const inPath = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(
    ([, name]) => [`method.request.path.${name}`, true] as const,
  )
  const others = some(random, ['querystring.page', 'querystring.q[]', 'header.X-Trace']).map(
    (name) => [`method.request.${name}`, random.chance(0.5)] as const,
  )
  return Object.fromEntries([...some(random, inPath, 0.7), ...others])
}

/** One model for every content type: what Swagger can say too. */
function bodyModels(random: Random, models: readonly string[]): Readonly<Record<string, string>> {
  const model = random.pick(models)
  const contentTypes = random.chance(0.7) ? ['application/json'] : ['application/json', 'application/vnd.orders+json']
  return Object.fromEntries(contentTypes.map((contentType) => [contentType, model]))
}

function randomResponse(random: Random, statusCode: string, models: readonly string[]): MethodResponse {
  const headers = some(random, ['Location', 'X-Rate'], 0.3).map((name) => [`method.response.header.${name}`, false])
  return {
    statusCode,
    ...(headers.length > 0 && { responseParameters: Object.fromEntries(headers) }),
    ...(models.length > 0 && random.chance(0.4) && { responseModels: { 'application/json': random.pick(models) } }),
  }
}

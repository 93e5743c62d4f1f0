import type { Authorizer } from '@shared/design/authorizer'
import type { Random } from '../../project-format/testing/random'
import { invocationUri, maybe, some } from './random-parts'

/** Authorizers of every kind, by id. */
export function randomAuthorizers(random: Random): Readonly<Record<string, Authorizer>> {
  return Object.fromEntries(some(random, ['token', 'request-parts', 'pool_1']).map((id) => [id, make(random, id)]))
}

function make(random: Random, id: string): Authorizer {
  const common = maybe<Pick<Authorizer, 'authorizerResultTtlInSeconds'>>(random, {
    authorizerResultTtlInSeconds: () => random.pick([0, 60, 3600]),
  })
  if (id === 'pool_1') {
    return {
      type: 'COGNITO_USER_POOLS',
      identitySource: 'method.request.header.Authorization',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab3dEf6hI'],
      ...common,
    }
  }
  const lambda = {
    authorizerUri: invocationUri('authorize'),
    ...common,
    ...maybe<Pick<Authorizer, 'authorizerCredentials' | 'handler'>>(random, {
      authorizerCredentials: () => 'arn:aws:iam::123456789012:role/invoke',
      handler: () => './handlers/authorize.mjs#handler',
    }),
  }
  if (id === 'token') {
    return {
      type: 'TOKEN',
      identitySource: 'method.request.header.X-Token',
      ...lambda,
      ...(random.chance(0.4) && { identityValidationExpression: '^Bearer [A-Za-z0-9._-]+$' }),
    }
  }
  const identitySource = 'method.request.header.Authorization, method.request.querystring.tenant'
  // Results that are kept need something to tell callers apart by.
  const source = random.chance(0.8) ? { identitySource } : { authorizerResultTtlInSeconds: 0 }
  return { type: 'REQUEST', ...lambda, ...source }
}

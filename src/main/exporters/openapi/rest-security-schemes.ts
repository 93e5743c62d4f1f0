import type { Authorizer } from '@shared/design/authorizer'
import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import { localHandler } from './local-handler'
import type { OpenApiContext } from './openapi-context'
import { API_KEY_SCHEME, iamScheme, type SecurityNames } from './security-names'

const HEADER_SOURCE = /^method\.request\.header\.([^\s,]+)$/

/** The security schemes of a REST API: every authorizer, and keys and signatures where a method asks for them. */
export function restSecuritySchemes(
  context: OpenApiContext<RestApi>,
  names: SecurityNames,
): ReadonlyMap<string, WritableObject> {
  const { authorizers, resources } = context.api
  const methods = Object.values(resources).flatMap((resource) => Object.values(resource.methods))
  const schemes = new Map(
    Object.entries(authorizers).map(([id, authorizer]) => [
      names.authorizers.get(id) ?? id,
      authorizerScheme(context, authorizer),
    ]),
  )
  if (methods.some(({ apiKeyRequired }) => apiKeyRequired)) schemes.set(names.apiKey, API_KEY_SCHEME)
  if (methods.some(({ authorizationType }) => authorizationType === 'AWS_IAM'))
    schemes.set(names.iam, iamScheme(context))
  return schemes
}

/** Source: rest-api.md 17.1; "Unused" is what the service itself writes where the scheme's header means nothing. */
function authorizerScheme(context: OpenApiContext, authorizer: Authorizer): WritableObject {
  const { type, identitySource } = authorizer
  const header = HEADER_SOURCE.exec(identitySource ?? '')?.[1]
  const isInScheme = header !== undefined && type !== 'REQUEST'
  const isCognito = type === 'COGNITO_USER_POOLS'
  const scheme = { type: 'apiKey', name: header ?? 'Unused', in: 'header' }
  if (!context.hasExtensions) return { ...scheme, name: header ?? 'Authorization' }
  return {
    ...scheme,
    'x-amazon-apigateway-authtype': isCognito ? 'cognito_user_pools' : 'custom',
    'x-amazon-apigateway-authorizer': {
      type: type.toLowerCase(),
      authorizerUri: authorizer.authorizerUri,
      authorizerCredentials: authorizer.authorizerCredentials,
      ...(!isInScheme && { identitySource }),
      identityValidationExpression: authorizer.identityValidationExpression,
      authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
      providerARNs: authorizer.providerARNs,
    },
    ...localHandler(context, authorizer, authorizer.authorizerUri),
  }
}

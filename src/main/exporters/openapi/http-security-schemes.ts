import type { HttpApi, HttpAuthorizer } from '@shared/design/http-api'
import type { WritableObject } from '../../documents/writable-value'
import { localHandler } from './local-handler'
import type { OpenApiContext } from './openapi-context'
import { iamScheme, type SecurityNames } from './security-names'

const HEADER_SOURCE = /^\$request\.header\.([^\s,]+)$/

/** The security schemes of an HTTP API. Source: http-api.md 5.1, 6.1, 14. */
export function httpSecuritySchemes(
  context: OpenApiContext<HttpApi>,
  names: SecurityNames,
): ReadonlyMap<string, WritableObject> {
  const { authorizers, routes } = context.api
  const schemes = new Map(
    Object.entries(authorizers).map(([id, authorizer]) => [
      names.authorizers.get(id) ?? id,
      scheme(context, authorizer),
    ]),
  )
  const isSigned = Object.values(routes).some(({ authorizationType }) => authorizationType === 'AWS_IAM')
  if (isSigned) schemes.set(names.iam, iamScheme(context))
  return schemes
}

function scheme(context: OpenApiContext, authorizer: HttpAuthorizer): WritableObject {
  const { authorizerType, identitySource, jwtConfiguration } = authorizer
  const isJwt = authorizerType === 'JWT'
  const headers = identitySource.flatMap((source) => HEADER_SOURCE.exec(source)?.[1] ?? [])
  const key = { type: 'apiKey', name: headers[0] ?? 'Authorization', in: 'header' }
  const plain = isJwt ? { type: 'oauth2', flows: {} } : key
  if (!context.hasExtensions) return isJwt ? { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } : plain
  return {
    ...plain,
    'x-amazon-apigateway-authorizer': {
      type: authorizerType.toLowerCase(),
      // Absent it would mean the header Authorization for tokens, and nothing for functions.
      ...((isJwt || identitySource.length > 0) && { identitySource: identitySource.join(',') }),
      jwtConfiguration: jwtConfiguration && { ...jwtConfiguration },
      authorizerUri: authorizer.authorizerUri,
      authorizerPayloadFormatVersion: authorizer.authorizerPayloadFormatVersion,
      authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
      enableSimpleResponses: authorizer.enableSimpleResponses,
    },
    ...localHandler(context, authorizer, authorizer.authorizerUri),
  }
}

import type { Authorizer } from '@shared/design/authorizer'
import type { RestApi } from '@shared/design/rest-api'
import { partId, type ApiContext } from '../export-context'
import { ownMetadata } from '../own-metadata'
import { pascalCase } from '../logical-id'
import { arnParameter, portableUri, ROLE, USER_POOL } from '../portable-text'
import { properties, some } from '../template-functions'

/** Adds the authorizers. Gives the logical id of each by its id in the design. */
export function addRestAuthorizers(context: ApiContext<RestApi>): ReadonlyMap<string, string> {
  const { api, parts } = context
  return new Map(
    Object.entries(api.authorizers).map(([authorizerId, authorizer]) => {
      const id = authorizerLogicalId(context, authorizerId)
      parts.resource(id, {
        Type: 'AWS::ApiGateway::Authorizer',
        Properties: authorizerProperties(context, authorizerId, authorizer),
        ...ownMetadata(context.request, authorizer),
      })
      return [authorizerId, id]
    }),
  )
}

/** The logical id of an authorizer of any API, by its id in the design. */
export function authorizerLogicalId(context: ApiContext, authorizerId: string): string {
  const words = pascalCase(authorizerId).replace(/(?:Authorizer|Auth)$/, '')
  return partId(context, `${words}Authorizer`, `authorizer ${authorizerId}`)
}

function authorizerProperties(context: ApiContext<RestApi>, name: string, authorizer: Authorizer) {
  return properties({
    RestApiId: context.names.ref,
    Name: name,
    Type: authorizer.type,
    AuthorizerUri: portableUri(context, authorizer.authorizerUri),
    AuthorizerCredentials: arnParameter(context, authorizer.authorizerCredentials, ROLE),
    IdentitySource: authorizer.identitySource,
    IdentityValidationExpression: authorizer.identityValidationExpression,
    AuthorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
    ProviderARNs: some(authorizer.providerARNs?.map((arn) => arnParameter(context, arn, USER_POOL))),
  })
}

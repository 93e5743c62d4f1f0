import type { HttpAuthorizer } from '@shared/design/http-api'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketAuthorizer } from '@shared/design/websocket-api'
import type { ApiContext } from '../export-context'
import { audienceParameters, issuerParameter } from '../jwt-parameters'
import { ownMetadata } from '../own-metadata'
import { arnParameter, portableUri, ROLE } from '../portable-text'
import { authorizerLogicalId } from '../rest/rest-authorizers'
import type { TemplateObject } from '../template-document'
import { properties, some } from '../template-functions'

/** Adds the authorizers. Gives the logical id of each by its id in the design. */
export function addV2Authorizers(context: ApiContext<V2Api>): ReadonlyMap<string, string> {
  const { api, parts } = context
  const authorizers = Object.entries<HttpAuthorizer | WebSocketAuthorizer>(api.authorizers)
  return new Map(
    authorizers.map(([authorizerId, authorizer]) => {
      const id = authorizerLogicalId(context, authorizerId)
      parts.resource(id, {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: authorizerProperties(context, authorizerId, authorizer),
        ...ownMetadata(context.request, authorizer),
      })
      return [authorizerId, id]
    }),
  )
}

type AnyAuthorizer = Omit<HttpAuthorizer, 'authorizerType'> & WebSocketAuthorizer

function authorizerProperties(
  context: ApiContext<V2Api>,
  name: string,
  authorizer: HttpAuthorizer | WebSocketAuthorizer,
): TemplateObject {
  // The two types have different members; what one does not have is absent in it.
  const all: Partial<Omit<AnyAuthorizer, 'identitySource'>> = { ...authorizer, authorizerType: undefined }
  const jwt = all.jwtConfiguration
  return properties({
    ApiId: context.names.ref,
    Name: name,
    AuthorizerType: authorizer.authorizerType,
    IdentitySource: some(authorizer.identitySource),
    JwtConfiguration: jwt && {
      Issuer: issuerParameter(context, jwt.issuer),
      Audience: audienceParameters(context, jwt.audience),
    },
    AuthorizerUri: portableUri(context, all.authorizerUri),
    AuthorizerCredentialsArn: arnParameter(context, all.authorizerCredentialsArn, ROLE),
    AuthorizerPayloadFormatVersion: all.authorizerPayloadFormatVersion,
    AuthorizerResultTtlInSeconds: all.authorizerResultTtlInSeconds,
    EnableSimpleResponses: all.enableSimpleResponses,
  })
}

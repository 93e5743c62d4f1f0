import type { RestApi } from '@shared/design/rest-api'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import { properties } from '../template-functions'

/** Adds the gateway responses. Gives their logical ids. */
export function addGatewayResponses(context: ApiContext<RestApi>): string[] {
  const { api, names, parts } = context
  return Object.entries(api.gatewayResponses).map(([type, response]) => {
    const id = partId(context, `${pascalCase(type.toLowerCase())}GatewayResponse`, `gateway response ${type}`)
    parts.resource(id, {
      Type: 'AWS::ApiGateway::GatewayResponse',
      Properties: properties({
        RestApiId: names.ref,
        ResponseType: type,
        StatusCode: response.statusCode,
        ResponseParameters: response.responseParameters,
        ResponseTemplates: response.responseTemplates,
      }),
    })
    return id
  })
}

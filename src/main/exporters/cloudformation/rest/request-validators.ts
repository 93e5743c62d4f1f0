import type { RestApi } from '@shared/design/rest-api'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'

/** Adds the request validators. Gives the logical id of each by its id in the design. */
export function addRequestValidators(context: ApiContext<RestApi>): ReadonlyMap<string, string> {
  const { api, names, parts } = context
  return new Map(
    Object.entries(api.requestValidators).map(([name, validator]) => {
      const id = partId(context, `${pascalCase(name)}Validator`, `validator ${name}`)
      parts.resource(id, {
        Type: 'AWS::ApiGateway::RequestValidator',
        Properties: {
          RestApiId: names.ref,
          Name: name,
          ValidateRequestBody: validator.validateRequestBody,
          ValidateRequestParameters: validator.validateRequestParameters,
        },
      })
      return [name, id]
    }),
  )
}

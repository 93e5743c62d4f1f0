import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject, WritableValue } from '../../documents/writable-value'
import type { ModelSchemas } from './model-schemas'
import type { OpenApiContext } from './openapi-context'
import { rootEndpoint } from './server-members'

/** The members that API Gateway adds to the root of a REST API's document. Source: rest-api.md 17.1. */
export function restRootExtensions(context: OpenApiContext<RestApi>, schemas: ModelSchemas): WritableObject {
  const { api } = context
  const { apiKeySource, binaryMediaTypes, minimumCompressionSize, requestValidators, gatewayResponses, policy } = api
  return {
    'x-amazon-apigateway-api-key-source': apiKeySource === 'AUTHORIZER' ? apiKeySource : undefined,
    'x-amazon-apigateway-binary-media-types': binaryMediaTypes,
    ...documentation(api, schemas),
    ...rootEndpoint(context),
    ...(Object.keys(gatewayResponses).length > 0 && {
      'x-amazon-apigateway-gateway-responses': gatewayResponses as WritableObject,
    }),
    'x-amazon-apigateway-minimum-compression-size': minimumCompressionSize,
    'x-amazon-apigateway-policy': policy as WritableValue | undefined,
    ...(Object.keys(requestValidators).length > 0 && {
      'x-amazon-apigateway-request-validators': requestValidators as unknown as WritableObject,
    }),
  }
}

/** Descriptions of models; those of the API and its methods have places of their own. */
function documentation({ models }: RestApi, { nameOf }: ModelSchemas): WritableObject {
  const documentationParts = Object.entries(models).flatMap(([name, { description }]) =>
    description === undefined ? [] : [{ location: { type: 'MODEL', name: nameOf(name) }, properties: { description } }],
  )
  return documentationParts.length > 0 ? { 'x-amazon-apigateway-documentation': { documentationParts } } : {}
}

import type { RestApi, RestApiDefinition } from './rest-api'

/** The part of an API that a deployment takes a snapshot of, sharing every member with the API. */
export function definitionOf(api: RestApi): RestApiDefinition {
  const { apiKeySource, binaryMediaTypes, policy } = api
  const { resources, authorizers, models, requestValidators, gatewayResponses } = api
  return {
    apiKeySource,
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(policy && { policy }),
    resources,
    authorizers,
    models,
    requestValidators,
    gatewayResponses,
  }
}

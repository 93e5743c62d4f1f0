import type { Integration } from '@shared/design/integration'
import type { MethodResponse } from '@shared/design/method'
import { LIMITS } from '@shared/limits'
import { extrasOf, type ControlPlane } from '../control-plane'
import { authorizerScope, idOf, resourceScope, validatorScope } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { FoundMethod } from './find-rest'

/** "/restapis/abc/resources/xyz/methods/GET". */
export function methodPath(
  state: ControlPlane,
  { api, path, verb }: Pick<FoundMethod, 'api' | 'path' | 'verb'>,
): string {
  return `/restapis/${api.id}/resources/${idOf(state, resourceScope(api.id), path)}/methods/${verb}`
}

/** A method as the service reads it back. Source: service model, Method. */
export function methodRecord(state: ControlPlane, found: FoundMethod): JsonRecord {
  const { api, verb, method } = found
  const { integration, methodResponses } = method
  return {
    httpMethod: verb,
    ...ownMethodRecord(state, found),
    ...(methodResponses.length > 0 && {
      methodResponses: Object.fromEntries(methodResponses.map((each) => [each.statusCode, methodResponseRecord(each)])),
    }),
    ...(integration && { methodIntegration: integrationRecord(state, { ...found, integration }) }),
    ...extrasOf(state, methodPath(state, { ...found, api })),
  }
}

/** What the method itself says, with ids instead of names. */
export function ownMethodRecord(state: ControlPlane, { api, method }: Pick<FoundMethod, 'api' | 'method'>): JsonRecord {
  const { authorizerId, requestValidatorId } = method
  return presentMembers({
    authorizationType: method.authorizationType,
    authorizerId: authorizerId === undefined ? undefined : idOf(state, authorizerScope(api.id), authorizerId),
    apiKeyRequired: method.apiKeyRequired,
    requestValidatorId:
      requestValidatorId === undefined ? undefined : idOf(state, validatorScope(api.id), requestValidatorId),
    operationName: method.operationName,
    requestParameters: method.requestParameters,
    requestModels: method.requestModels,
    authorizationScopes: method.authorizationScopes,
  })
}

export function methodResponseRecord({ statusCode, responseParameters, responseModels }: MethodResponse): JsonRecord {
  return presentMembers({ statusCode, responseParameters, responseModels })
}

/** An integration as the service reads it back, with its defaults. Source: rest-api.md 1, recorded. */
export function integrationRecord(
  state: ControlPlane,
  found: Pick<FoundMethod, 'api' | 'path' | 'verb'> & { readonly integration: Integration },
): JsonRecord {
  const { integration, api, path } = found
  const { integrationResponses, handler: _handler, backend: _backend, fault: _fault, ...own } = integration
  return {
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: LIMITS.integrationTimeoutMax.value,
    cacheNamespace: idOf(state, resourceScope(api.id), path),
    cacheKeyParameters: [],
    ...own,
    ...(integrationResponses.length > 0 && {
      integrationResponses: Object.fromEntries(integrationResponses.map((each) => [each.statusCode, each])),
    }),
    ...extrasOf(state, `${methodPath(state, found)}/integration`),
  }
}

import type { RestApi } from '@shared/design/rest-api'
import { extrasOf, type ControlPlane } from '../control-plane'
import { idOf, resourceScope } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'

/** A REST API as the service reads it back. Source: service model, RestApi; rest-api.md 1. */
export function restApiRecord(state: ControlPlane, api: RestApi): JsonRecord {
  const { types, ipAddressType, vpcEndpointIds } = api.endpointConfiguration
  const isPrivate = types.includes('PRIVATE')
  return {
    ...presentMembers({
      id: api.id,
      name: api.name,
      description: api.description,
      createdDate: api.deployments.at(-1)?.createdDate ?? state.now,
      binaryMediaTypes: api.binaryMediaTypes,
      minimumCompressionSize: api.minimumCompressionSize,
      apiKeySource: api.apiKeySource,
      endpointConfiguration: presentMembers({
        types,
        ipAddressType: ipAddressType ?? (isPrivate ? 'dualstack' : 'ipv4'),
        vpcEndpointIds,
      }),
      policy: api.policy && JSON.stringify(api.policy),
      tags: api.tags,
      disableExecuteApiEndpoint: api.disableExecuteApiEndpoint ?? false,
      rootResourceId: idOf(state, resourceScope(api.id), '/'),
    }),
    ...extrasOf(state, restApiPath(api.id)),
  }
}

export function restApiPath(apiId: string): string {
  return `/restapis/${apiId}`
}

import type { V2Api } from '@shared/design/v2-api'
import { extrasOf, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'

export function v2ApiPath(apiId: string): string {
  return `/v2/apis/${apiId}`
}

/** An HTTP or WebSocket API as the service reads it back. Source: service model, Api. */
export function apiRecord(state: ControlPlane, api: V2Api): JsonRecord {
  const isSocket = api.protocolType === 'WEBSOCKET'
  return {
    apiEndpoint: `${isSocket ? 'wss' : 'https'}://${api.id}.execute-api.${state.design.region}.amazonaws.com`,
    apiId: api.id,
    apiKeySelectionExpression: (isSocket && api.apiKeySelectionExpression) || '$request.header.x-api-key',
    ...presentMembers({
      corsConfiguration: isSocket ? undefined : api.corsConfiguration,
      description: api.description,
      disableSchemaValidation: isSocket ? api.disableSchemaValidation : undefined,
    }),
    createdDate: state.now,
    disableExecuteApiEndpoint: api.disableExecuteApiEndpoint ?? false,
    name: api.name,
    protocolType: api.protocolType,
    routeSelectionExpression: isSocket ? api.routeSelectionExpression : '$request.method $request.path',
    tags: api.tags ?? {},
    ...extrasOf(state, v2ApiPath(api.id)),
  }
}

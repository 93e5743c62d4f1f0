import type { NewV2Route } from '@shared/design/edits/v2/add-v2-route'
import { unusedId } from '@shared/design/unused-id'
import type { V2Api } from '@shared/design/v2-api'

/** A route that a function of the project can be put behind: with a Lambda proxy integration that names none yet. */
export function newV2Route(api: V2Api, routeKey: string): NewV2Route {
  const target = unusedId(`integration ${api.id} ${routeKey}`, 7, Object.keys(api.integrations))
  if (api.protocolType === 'HTTP') {
    return {
      routeKey,
      route: { authorizationType: 'NONE', target },
      integration: { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0' },
    }
  }
  return { routeKey, route: { target }, integration: { integrationType: 'AWS_PROXY' } }
}

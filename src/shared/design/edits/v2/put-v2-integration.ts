import type { Design } from '../../design'
import type { V2Integration } from '../../v2-api'
import { setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'
import { updateV2Route } from './update-v2-route'

/** An integration added, or replaced at its place; with a routeKey, that route points to it from now on. */
export function putV2Integration(
  design: Design,
  apiId: string,
  integrationId: string,
  integration: V2Integration,
  routeKey?: string,
): Design {
  const changed = changeV2Api(design, apiId, (api) => {
    const integrations = setMember<Record<string, V2Integration>, string>(api.integrations, integrationId, integration)
    return setMember(api, 'integrations', integrations as typeof api.integrations)
  })
  return routeKey === undefined ? changed : updateV2Route(changed, apiId, routeKey, { target: integrationId })
}

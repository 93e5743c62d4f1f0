import type { Design } from '../../design'
import type { V2Integration } from '../../v2-api'
import { memberOf, patchMembers, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** Members of an integration set, which are those of its API's type; `undefined` removes one. Every route that points to it follows. */
export function updateV2Integration<I extends V2Integration>(
  design: Design,
  apiId: string,
  integrationId: string,
  patch: Partial<I>,
): Design {
  return changeV2Api(design, apiId, (api) => {
    const integration = memberOf<V2Integration>(api.integrations, integrationId)
    if (integration === undefined) return api
    const integrations = setMember<Record<string, V2Integration>, string>(
      api.integrations,
      integrationId,
      patchMembers<I>(integration as I, patch),
    )
    return setMember(api, 'integrations', integrations as typeof api.integrations)
  })
}

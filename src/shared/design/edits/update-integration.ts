import type { Design } from '../design'
import type { Integration } from '../integration'
import type { Verb } from '../method'
import { methodAt, setMethod } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { patchMembers, setMember } from './update-in'

/** Members of a method's integration set; `undefined` removes an optional one. A method without integration gets a MOCK first. */
export function updateIntegration(
  design: Design,
  apiId: string,
  path: string,
  verb: Verb,
  patch: Partial<Integration>,
): Design {
  return changeRestApi(design, apiId, (api) => {
    const method = methodAt(api, path, verb)
    if (!method) return api
    const integration = method.integration ?? { type: 'MOCK', integrationResponses: [] }
    return setMethod(api, path, verb, setMember(method, 'integration', patchMembers(integration, patch)))
  })
}

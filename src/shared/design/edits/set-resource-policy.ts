import type { Design } from '../design'
import type { PolicyDocument } from '../policy-document'
import { changeRestApi } from './change-rest-api'
import { patchMembers } from './update-in'

/** The API's resource policy set; `undefined` removes it. */
export function setResourcePolicy(design: Design, apiId: string, policy: PolicyDocument | undefined): Design {
  return changeRestApi(design, apiId, (api) => patchMembers(api, { policy }))
}

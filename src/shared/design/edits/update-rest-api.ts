import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import { changeRestApi } from './change-rest-api'
import { patchMembers } from './update-in'

/** Members of a REST API set; `undefined` removes an optional one. */
export function updateRestApi(
  design: Design,
  apiId: string,
  patch: Partial<Omit<RestApi, 'id' | 'protocolType'>>,
): Design {
  return changeRestApi(design, apiId, (api) => patchMembers<RestApi>(api, patch))
}

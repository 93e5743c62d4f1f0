import type { Design } from '../../design'
import type { V2Api } from '../../v2-api'
import { patchMembers } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** Members of an API set, which are those of its type; `undefined` removes an optional one. */
export function updateV2Api<A extends V2Api>(
  design: Design,
  apiId: string,
  patch: Partial<Omit<A, 'id' | 'protocolType'>>,
): Design {
  return changeV2Api(design, apiId, (api) => patchMembers<typeof api>(api, patch as Partial<typeof api>))
}

import type { Design } from '../design'
import type { SavedRequest } from '../saved-request'
import { mapItems, patchMembers } from './update-in'

/** The list of saved requests passed through `change`; a project without any has no list. */
export function changeRequestList(
  design: Design,
  change: (requests: readonly SavedRequest[]) => readonly SavedRequest[],
): Design {
  const before = design.requests ?? []
  const requests = change(before)
  if (requests === before) return design
  return patchMembers(design, { requests: requests.length === 0 ? undefined : requests })
}

/** Every saved request passed through `change`; `undefined` removes it. */
export function changeRequests(design: Design, change: (request: SavedRequest) => SavedRequest | undefined): Design {
  return changeRequestList(design, (requests) => mapItems(requests, change))
}

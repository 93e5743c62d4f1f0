import type { Design } from '../design'
import type { SavedRequest } from '../saved-request'
import { changeRequestList } from './change-requests'
import { putItem } from './update-in'

/** A saved request added last, or the one of its name replaced at its place. */
export function putRequest(design: Design, request: SavedRequest): Design {
  return changeRequestList(design, (requests) => putItem(requests, 'name', request))
}

import type { Design } from '../design'
import { changeRequests } from './change-requests'

/** A saved request goes. */
export function removeRequest(design: Design, name: string): Design {
  return changeRequests(design, (request) => (request.name === name ? undefined : request))
}

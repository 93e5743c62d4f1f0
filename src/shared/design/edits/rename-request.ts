import type { Design } from '../design'
import { changeRequests } from './change-requests'
import { setMember } from './update-in'

/** A saved request under a new name that is free, at its place. */
export function renameRequest(design: Design, fromName: string, toName: string): Design {
  if (design.requests?.some(({ name }) => name === toName)) return design
  return changeRequests(design, (request) => (request.name === fromName ? setMember(request, 'name', toName) : request))
}

import type { Design } from '../design'
import { changeIdentity } from './change-identity'
import { changeRequests } from './change-requests'
import { mapItems, removeMember, setMember } from './update-in'

/** A user pool goes, and its tokens from saved requests. Authorizers keep its ARN. */
export function removeUserPool(design: Design, userPoolId: string): Design {
  const without = changeIdentity(design, (identity) =>
    setMember(
      identity,
      'userPools',
      mapItems(identity.userPools, (pool) => (pool.id === userPoolId ? undefined : pool)),
    ),
  )
  if (without === design) return design
  return changeRequests(without, (request) =>
    request.token?.userPoolId === userPoolId ? removeMember(request, 'token') : request,
  )
}

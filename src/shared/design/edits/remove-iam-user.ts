import type { Design } from '../design'
import { changeIdentity } from './change-identity'
import { changeRequests } from './change-requests'
import { mapItems, removeMember, setMember } from './update-in'

/** An IAM user goes; saved requests that they signed are sent unsigned. */
export function removeIamUser(design: Design, name: string): Design {
  const without = changeIdentity(design, (identity) =>
    setMember(
      identity,
      'iamUsers',
      mapItems(identity.iamUsers, (user) => (user.name === name ? undefined : user)),
    ),
  )
  if (without === design) return design
  return changeRequests(without, (request) => (request.iamUser === name ? removeMember(request, 'iamUser') : request))
}

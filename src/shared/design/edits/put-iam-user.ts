import type { Design } from '../design'
import type { IamUser } from '../identity'
import { changeIdentity } from './change-identity'
import { changeRequests } from './change-requests'
import { mapItems, putItem, setMember } from './update-in'

/**
 * An IAM user added, or the one of `formerName` replaced; saved requests follow a new name. A new name that another user has changes
 * nothing.
 */
export function putIamUser(design: Design, user: IamUser, formerName: string = user.name): Design {
  const users = design.identity?.iamUsers ?? []
  const isRenamed = formerName !== user.name
  if (isRenamed && (users.some(({ name }) => name === user.name) || !users.some(({ name }) => name === formerName)))
    return design
  const changed = changeIdentity(design, (identity) =>
    setMember(
      identity,
      'iamUsers',
      isRenamed
        ? mapItems(identity.iamUsers, (each) => (each.name === formerName ? user : each))
        : putItem(identity.iamUsers, 'name', user),
    ),
  )
  if (!isRenamed) return changed
  return changeRequests(changed, (request) =>
    request.iamUser === formerName ? setMember(request, 'iamUser', user.name) : request,
  )
}

import type { Design } from '../design'
import type { UserPool } from '../identity'
import type { SavedToken } from '../saved-request'
import { changeIdentity } from './change-identity'
import { changeRequests } from './change-requests'
import { patchMembers, putItem, setMember } from './update-in'

/**
 * A user pool added, or the one of its id replaced. Saved requests follow a user, known by `sub`, to a new name, and lose the token of
 * a user or a client that is gone.
 */
export function putUserPool(design: Design, pool: UserPool): Design {
  const before = design.identity?.userPools.find(({ id }) => id === pool.id)
  const changed = changeIdentity(design, (identity) =>
    setMember(identity, 'userPools', putItem(identity.userPools, 'id', pool)),
  )
  if (before === undefined || changed === design) return changed
  return changeRequests(changed, (request) => {
    if (request.token?.userPoolId !== pool.id) return request
    return patchMembers(request, { token: moveToken(request.token, before, pool) })
  })
}

function moveToken(token: SavedToken, before: UserPool, after: UserPool): SavedToken | undefined {
  const sub = before.users.find(({ username }) => username === token.username)?.sub
  const user = after.users.find((each) => each.sub === sub)
  const hadClient = before.clients.some(({ clientId }) => clientId === token.clientId)
  const hasClient = after.clients.some(({ clientId }) => clientId === token.clientId)
  if ((sub !== undefined && user === undefined) || (hadClient && !hasClient)) return undefined
  return user === undefined ? token : setMember(token, 'username', user.username)
}

import type { Design } from '../design'
import type { Identity } from '../identity'
import { patchMembers } from './update-in'

const NOBODY: Identity = { userPools: [], iamUsers: [] }

/** The local callers passed through `change`; a project without any has no member for them. */
export function changeIdentity(design: Design, change: (identity: Identity) => Identity): Design {
  const before = design.identity ?? NOBODY
  const identity = change(before)
  if (identity === before) return design
  const isEmpty = identity.userPools.length === 0 && identity.iamUsers.length === 0
  return patchMembers(design, { identity: isEmpty ? undefined : identity })
}

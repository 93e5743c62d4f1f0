import type { Design, ThrottleSettings } from '../design'
import { patchMembers, setMember } from './update-in'

/** The account's rate or burst, or both. */
export function setAccountThrottle(design: Design, patch: Partial<ThrottleSettings>): Design {
  const throttleSettings = patchMembers(design.account.throttleSettings, patch)
  return setMember(design, 'account', setMember(design.account, 'throttleSettings', throttleSettings))
}

import type { Diagnostic } from '../../diagnostic'
import { LIMITS, SMALL_REGIONS } from '../../limits'
import type { Design } from '../design'
import { checkThrottle } from './check-throttle'
import { unless } from './problem'

/** The account: its id, its limits, and whether its Region starts with less. */
export function checkAccount(design: Design): Diagnostic[] {
  const at = ['account', 'throttleSettings']
  const { rateLimit, burstLimit } = design.account.throttleSettings
  const smallRate = LIMITS.smallRegionRate.value
  return [
    ...unless(
      /^\d{12}$/.test(design.accountId),
      'design/account-id-invalid',
      ['accountId'],
      () => `Account id "${design.accountId}" is not twelve digits. ARNs are made with it.`,
    ),
    ...checkThrottle('Account', at, { rate: ['rateLimit', rateLimit], burst: ['burstLimit', burstLimit] }),
    ...unless(
      !SMALL_REGIONS.includes(design.region) || rateLimit <= smallRate,
      'design/account-rate-small-region',
      [...at, 'rateLimit'],
      () =>
        `Account: rateLimit is ${rateLimit}, but accounts in ${design.region} start with ${smallRate} requests per second and a ` +
        `burst of ${LIMITS.smallRegionBurst.value}. Use those unless your quota was raised.`,
      'info',
    ),
  ]
}

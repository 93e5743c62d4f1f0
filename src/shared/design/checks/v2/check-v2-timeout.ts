import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import type { V2Integration } from '../../v2-api'
import { isWholeWithin } from '../numbers'
import { unless, type Path } from '../problem'

/** A whole number of milliseconds up to what the type of API allows. */
export function checkV2Timeout(id: string, { timeoutInMillis }: V2Integration, max: number, at: Path): Diagnostic[] {
  const min = LIMITS.integrationTimeoutMin.value
  return unless(
    timeoutInMillis === undefined || isWholeWithin(timeoutInMillis, min, max),
    'design/integration-timeout-invalid',
    [...at, 'timeoutInMillis'],
    () =>
      `Integration ${id}: timeoutInMillis ${timeoutInMillis} is outside ${min} to ${max}. Give a whole number of milliseconds in that range.`,
  )
}

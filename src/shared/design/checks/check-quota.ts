import type { Diagnostic } from '../../diagnostic'
import type { QuotaPeriod, UsagePlan } from '../usage-plan'
import { isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** Largest offset of a period, and AWS's words for it. Source: rest-api.md 5.3. */
const OFFSETS: { readonly [period in QuotaPeriod]: { readonly max: number; readonly text: string } } = {
  DAY: { max: 0, text: 'Usage plan quota offset must be zero in the DAY period' },
  WEEK: { max: 6, text: 'Usage plan quota offset must be between zero and six inclusive in the WEEK period' },
  MONTH: { max: 27, text: 'Usage plan quota offset must be between zero and 27, inclusive, in the MONTH period' },
}

/** A plan's quota: whole numbers, the offset within its period. */
export function checkQuota({ name, quota }: UsagePlan, at: Path): Diagnostic[] {
  if (!quota) return []
  const { limit, offset, period } = quota
  return [
    ...unless(
      isWholeWithin(limit, 0),
      'design/quota-limit-invalid',
      [...at, 'quota', 'limit'],
      () => `Usage plan ${name}: quota limit is ${limit}. Give a whole number of requests, 0 or more.`,
    ),
    ...unless(
      offset === undefined || isWholeWithin(offset, 0, OFFSETS[period].max),
      'design/quota-offset-invalid',
      [...at, 'quota', 'offset'],
      () => `Usage plan ${name}: ${OFFSETS[period].text}`,
    ),
  ]
}

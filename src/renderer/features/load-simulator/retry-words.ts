import { DEFAULT_RETRY_ATTEMPTS, DEFAULT_RETRY_MAX_DELAY_MS, type RetryPolicy } from '@shared/design/scenario'
import { formatMs, formatNumber, plural } from '../../ui/format'

/** Waits that are worth telling one by one. */
const TOLD_WAITS = 4

/** The longest wait before each retry, in order. Milliseconds. */
export function retryWaits(policy: RetryPolicy): number[] {
  const { type, delayMs, maxDelayMs = DEFAULT_RETRY_MAX_DELAY_MS, maxAttempts = DEFAULT_RETRY_ATTEMPTS } = policy
  return Array.from({ length: Math.max(0, Math.min(maxAttempts, 100) - 1) }, (_, index) =>
    type === 'FIXED' ? delayMs : Math.min(maxDelayMs, delayMs * 2 ** index),
  )
}

/** What a policy comes to: "Waits up to 100 ms, 200 ms. When everything fails, 1 request becomes 3." */
export function retryConsequence(policy: RetryPolicy): string {
  const waits = retryWaits(policy)
  if (waits.length === 0) return 'One attempt: nothing is sent again.'
  const isSpread = policy.type === 'EXPONENTIAL' && (policy.jitter ?? 'FULL') === 'FULL'
  const told = waits.slice(0, TOLD_WAITS).map(formatMs).join(', ')
  const more = waits.length > TOLD_WAITS ? ' …' : ''
  const most = policy.budget === undefined ? waits.length + 1 : Math.min(waits.length + 1, 1 + policy.budget)
  const storm = `When everything fails, 1 request becomes ${formatNumber(most)}.`
  const together = isSpread ? '' : ' Without jitter, clients that failed together come back together.'
  return `Waits ${isSpread ? 'up to ' : ''}${told}${more}. ${storm}${together}`
}

/** "3 attempts, FULL jitter". */
export function retryWords(policy: RetryPolicy): string {
  const attempts = plural(policy.maxAttempts ?? DEFAULT_RETRY_ATTEMPTS, 'attempt')
  return policy.type === 'FIXED' ? `${attempts}, FIXED` : `${attempts}, ${policy.jitter ?? 'FULL'} jitter`
}

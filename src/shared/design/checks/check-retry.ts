import type { Diagnostic } from '../../diagnostic'
import type { RetryPolicy } from '../scenario'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** How clients try again; `undefined` is not checked. */
export function checkRetry(label: string, retry: RetryPolicy | undefined, at: Path): Diagnostic[] {
  if (retry === undefined) return []
  const { maxAttempts, statuses = [], budget } = retry
  return [
    ...(['delayMs', 'maxDelayMs'] as const).flatMap((member) =>
      unless(
        retry[member] === undefined || isNumberWithin(retry[member], 0),
        'scenario/retry-invalid',
        [...at, member],
        () => `${label}: ${member} is ${retry[member]}. Give a number of milliseconds, 0 or more.`,
      ),
    ),
    ...unless(
      maxAttempts === undefined || isWholeWithin(maxAttempts, 1),
      'scenario/retry-invalid',
      [...at, 'maxAttempts'],
      () => `${label}: maxAttempts is ${maxAttempts}. Give a whole number from 1, the first attempt included.`,
    ),
    ...statuses.flatMap((status, index) =>
      unless(
        isWholeWithin(status, 400, 599),
        'scenario/retry-invalid',
        [...at, 'statuses', index],
        () => `${label}: ${status} is no status of a refusal. Give numbers from 400 to 599.`,
      ),
    ),
    ...unless(
      budget === undefined || isNumberWithin(budget, 0),
      'scenario/retry-invalid',
      [...at, 'budget'],
      () => `${label}: budget is ${budget}. Give retries for each first attempt, 0 or more, as in 0.1.`,
    ),
  ]
}

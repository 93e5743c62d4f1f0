import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** Relative weights of the 24 hours of a day or the 7 days of a week; `undefined` is not checked. */
export function checkHourWeights(
  label: string,
  member: 'hours' | 'days',
  weights: readonly number[] | undefined,
  path: Path,
): Diagnostic[] {
  if (weights === undefined) return []
  const at = [...path, member]
  const count = member === 'hours' ? 24 : 7
  const first = member === 'hours' ? 'from midnight UTC' : 'from Monday'
  const wrong = weights.flatMap((weight, index) =>
    unless(
      isNumberWithin(weight, 0),
      'scenario/hours-invalid',
      [...at, index],
      () => `${label}: weight ${index + 1} of ${member} is ${weight}. Give 0 or more.`,
    ),
  )
  return [
    ...wrong,
    ...unless(
      weights.length === count,
      'scenario/hours-invalid',
      at,
      () => `${label}: ${member} has ${weights.length} weights. Give ${count}, ${first}.`,
    ),
    ...unless(
      wrong.length > 0 || weights.length === 0 || weights.some((weight) => weight > 0),
      'scenario/hours-invalid',
      at,
      () => `${label}: every weight of ${member} is 0, so nothing is ever sent. Give one of them more.`,
    ),
  ]
}

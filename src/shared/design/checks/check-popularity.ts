import type { Diagnostic } from '../../diagnostic'
import type { Popularity } from '../scenario'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** How many callers or items there are, and how often each comes; `undefined` is not checked. */
export function checkPopularity(label: string, popularity: Popularity | undefined, at: Path): Diagnostic[] {
  if (!popularity) return []
  return [
    ...unless(
      isWholeWithin(popularity.count, 1),
      'scenario/popularity-invalid',
      [...at, 'count'],
      () => `${label}: count is ${popularity.count}. Give a whole number from 1.`,
    ),
    ...checkExponent(label, popularity.exponent, at),
    ...(popularity.distribution === 'HOT_SET' ? checkHotSet(label, popularity, at) : []),
  ]
}

/** Of Zipf's law; `undefined` is not checked. */
export function checkExponent(label: string, exponent: number | undefined, at: Path): Diagnostic[] {
  return unless(
    exponent === undefined || isNumberWithin(exponent, 0),
    'scenario/popularity-invalid',
    [...at, 'exponent'],
    () => `${label}: exponent is ${exponent}. Give 0 (all alike) or more.`,
  )
}

function checkHotSet(label: string, { count, hotCount, hotShare }: Popularity, at: Path): Diagnostic[] {
  const isCountSound = isWholeWithin(count, 1)
  return [
    ...unless(
      isWholeWithin(hotCount, 1, isCountSound ? count : Number.MAX_SAFE_INTEGER),
      'scenario/popularity-invalid',
      [...at, 'hotCount'],
      () =>
        `${label}: hotCount is ${hotCount ?? 'missing'}. Give a whole number from 1${isCountSound ? ` to ${count}` : ''}.`,
    ),
    ...unless(
      isNumberWithin(hotShare, 0, 1),
      'scenario/popularity-invalid',
      [...at, 'hotShare'],
      () => `${label}: hotShare is ${hotShare ?? 'missing'}. Give a share from 0 to 1.`,
    ),
  ]
}

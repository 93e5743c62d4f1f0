import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** A time or a length in seconds; `undefined` is not checked. */
export function checkSeconds(label: string, member: string, value: number | undefined, at: Path): Diagnostic[] {
  return unless(
    value === undefined || isNumberWithin(value, 0),
    'scenario/range-invalid',
    [...at, member],
    () => `${label}: ${member} is ${value}. Give a number of seconds, 0 or more.`,
  )
}

/** From a second of the run, its first when absent, to a later one. */
export function checkRange(
  label: string,
  { from = 0, to }: { readonly from?: number; readonly to?: number },
  at: Path,
): Diagnostic[] {
  return [
    ...checkSeconds(label, 'from', from, at),
    ...unless(
      to === undefined || to > from,
      'scenario/range-invalid',
      [...at, 'to'],
      () => `${label} ends at ${to} s, before it begins at ${from} s. Give a later end.`,
    ),
  ]
}

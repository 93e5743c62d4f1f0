import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** Requests per second. */
export function checkRate(label: string, member: string, value: number, at: Path): Diagnostic[] {
  return unless(
    isNumberWithin(value, 0),
    'scenario/rate-invalid',
    [...at, member],
    () => `${label}: ${member} is ${value}. Give a number of requests per second, 0 or more.`,
  )
}

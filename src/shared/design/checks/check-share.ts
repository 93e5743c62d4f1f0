import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** A share of requests or calls, 0 to 1; `undefined` is not checked. */
export function checkShare(label: string, value: unknown, at: Path): Diagnostic[] {
  return unless(
    value === undefined || isNumberWithin(value, 0, 1),
    'scenario/share-invalid',
    at,
    () => `${label} is ${String(value)}. Give a share from 0 to 1.`,
  )
}

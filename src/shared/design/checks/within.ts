import type { Diagnostic } from '../../diagnostic'
import type { Limit } from '../../limits'
import { unless, type Path } from './problem'

/** A warning when there is more of something than AWS allows: the design works here, but not in an account. */
export function within(label: string, count: number, things: string, limit: Limit, at: Path): Diagnostic[] {
  const raise = limit.canBeRaised ? 'unless AWS raises it for you' : 'and does not raise it'
  return unless(
    count <= limit.value,
    'design/limit-exceeded',
    at,
    () =>
      `${label}: ${count.toLocaleString('en-US')} ${things}. AWS allows ${limit.value.toLocaleString('en-US')}, ${raise}.`,
    'warning',
  )
}

import { toInstant } from '../values/to-instant'
import { Timestamp, toNumber } from '../values/value'
import type { InsightsFunction } from './insights-function'

/** Those that take a period, `bin`, `datefloor` and `dateceil`, are of the language itself. */
export const TIME_FUNCTIONS: readonly InsightsFunction[] = [
  {
    name: 'fromMillis',
    usage: 'fromMillis(number)',
    what: 'The instant so many milliseconds after 1970.',
    least: 1,
    most: 1,
    run: ([value = null]) => {
      const millis = toNumber(value)
      // Beyond that there are no dates.
      return Number.isNaN(millis) || Math.abs(millis) > 8.64e15 ? null : new Timestamp(millis)
    },
  },
  {
    name: 'toMillis',
    usage: 'toMillis(instant)',
    what: 'The milliseconds from 1970 to the instant.',
    least: 1,
    most: 1,
    run: ([value = null]) => toInstant(value),
  },
]

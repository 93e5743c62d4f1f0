import type { InsightsFunction } from './insights-function'

export const GENERAL_FUNCTIONS: readonly InsightsFunction[] = [
  {
    name: 'ispresent',
    usage: 'ispresent(field)',
    what: 'Whether the record has the field.',
    least: 1,
    most: 1,
    run: ([value = null]) => value !== null,
  },
  {
    name: 'coalesce',
    usage: 'coalesce(field, ...)',
    what: 'The first of the values that is there.',
    least: 1,
    most: Infinity,
    run: (values) => values.find((value) => value !== null) ?? null,
  },
]

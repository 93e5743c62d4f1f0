/** How a function that cuts instants by a period is called and what it does. */
export interface PeriodFunction {
  readonly name: string
  readonly usage: string
  readonly what: string
  /** `bin` takes the record's own instant. */
  readonly takesInstant: boolean
  readonly isCeiling: boolean
}

export const PERIOD_FUNCTIONS: readonly PeriodFunction[] = [
  {
    name: 'bin',
    usage: 'bin(5m)',
    what: 'The beginning of the period in which the record lies.',
    takesInstant: false,
    isCeiling: false,
  },
  {
    name: 'datefloor',
    usage: 'datefloor(instant, 5m)',
    what: 'The beginning of the period in which the instant lies.',
    takesInstant: true,
    isCeiling: false,
  },
  {
    name: 'dateceil',
    usage: 'dateceil(instant, 5m)',
    what: 'The end of the period in which the instant lies.',
    takesInstant: true,
    isCeiling: true,
  },
]

export function periodFunctionNamed(name: string): PeriodFunction | undefined {
  return PERIOD_FUNCTIONS.find((one) => one.name === name.toLowerCase())
}

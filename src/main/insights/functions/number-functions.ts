import { toNumber, type Value } from '../values/value'
import type { InsightsFunction } from './insights-function'

/** Null for what is no number. */
export function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function ofOne(name: string, what: string, compute: (value: number) => number): InsightsFunction {
  return {
    name,
    usage: `${name}(number)`,
    what,
    least: 1,
    most: 1,
    run: ([value = null]) => numberOrNull(compute(toNumber(value))),
  }
}

function ofSeveral(name: string, what: string, choose: (...values: number[]) => number): InsightsFunction {
  const run = (values: readonly Value[]): Value => {
    const numbers = values.map(toNumber).filter((number) => !Number.isNaN(number))
    return numbers.length === 0 ? null : choose(...numbers)
  }
  return { name, usage: `${name}(number, ...)`, what, least: 1, most: Infinity, run }
}

export const NUMBER_FUNCTIONS: readonly InsightsFunction[] = [
  ofOne('abs', 'The number without its sign.', Math.abs),
  ofOne('ceil', 'The next whole number that is not below.', Math.ceil),
  ofOne('floor', 'The next whole number that is not above.', Math.floor),
  ofSeveral('greatest', 'The largest of the numbers.', Math.max),
  ofSeveral('least', 'The smallest of the numbers.', Math.min),
  ofOne('log', 'The natural logarithm.', Math.log),
  ofOne('sqrt', 'The square root.', Math.sqrt),
]

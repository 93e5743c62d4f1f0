import { ADDRESS_FUNCTIONS } from './address-functions'
import { GENERAL_FUNCTIONS } from './general-functions'
import type { InsightsFunction } from './insights-function'
import { NUMBER_FUNCTIONS } from './number-functions'
import { TEXT_FUNCTIONS } from './text-functions'
import { TIME_FUNCTIONS } from './time-functions'

/** Every function of one record's values. Source: observability-and-cost.md 3.3. */
export const FUNCTIONS: readonly InsightsFunction[] = [
  ...NUMBER_FUNCTIONS,
  ...GENERAL_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...ADDRESS_FUNCTIONS,
]

const BY_NAME = new Map(FUNCTIONS.map((one) => [one.name.toLowerCase(), one]))

/** In any case; undefined for one that does not exist. */
export function functionNamed(name: string): InsightsFunction | undefined {
  return BY_NAME.get(name.toLowerCase())
}

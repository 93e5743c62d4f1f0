import { instantText } from './instant-text'
import { Timestamp, type Value } from './value'

/** Digits after the point of a number that was reckoned. Source: results printed in the CloudWatch Logs user guide ("122.0703"). */
const SHOWN_DIGITS = 4

/** A value as a result shows it: fields as the log has them, computed numbers with four digits at most, instants as dates; null stays. */
export function valueText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  if (value instanceof Timestamp) return instantText(value.millis)
  return typeof value === 'number' ? numberText(value) : String(value)
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return Object.is(value, -0) ? '0' : String(value)
  const rounded = Number(value.toFixed(SHOWN_DIGITS))
  // What would be shown as nothing keeps its leading digits.
  return rounded === 0 ? String(Number(value.toPrecision(SHOWN_DIGITS))) : String(rounded)
}

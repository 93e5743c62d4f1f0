/** A number from `min` to `max`, not infinite, not NaN. Anything else, a text too, is not. */
export function isNumberWithin(value: unknown, min: number, max = Number.MAX_VALUE): boolean {
  return typeof value === 'number' && value >= min && value <= max
}

/** A whole number from `min` to `max`. */
export function isWholeWithin(value: unknown, min: number, max = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && isNumberWithin(value, min, max)
}

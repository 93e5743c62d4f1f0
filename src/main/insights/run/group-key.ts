import { plainText, type Value } from '../values/value'

/** One text for a combination of values, another one for every other. */
export function groupKey(values: readonly Value[]): string {
  if (values.length === 1) return keyOf(values[0]!)
  let key = ''
  for (const value of values) {
    const text = keyOf(value)
    key += `${text.length}:${text}`
  }
  return key
}

/** A missing value is another than an empty text. */
function keyOf(value: Value): string {
  return value === null ? 'missing' : typeof value === 'string' ? `=${value}` : `=${plainText(value)}`
}

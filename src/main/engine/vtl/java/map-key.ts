import { JavaChar } from './java-char'
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaByte,
  JavaDouble,
  JavaFloat,
  JavaLong,
  JavaShort,
  type JavaNumber,
} from './java-number'
import type { JavaObject, JavaValue } from './java-value'

/** What stands for a key in a JavaScript `Map`, so that equal Java keys meet: the key itself where it can. */
export type MapKey = null | boolean | string | number | JavaObject

/** Stands before the text of a number, and before strings that start with it, so that the two never meet. */
const MARK = '\0'

/**
 * `Integer 1`, `Long 1` and `"1"` are three different keys, as in Java.
 * Departure: lists and maps are told apart by identity.
 */
export function mapKey(key: JavaValue): MapKey {
  if (typeof key === 'string') return key.charCodeAt(0) === 0 ? MARK + key : key
  if (key === null || typeof key !== 'object') return key
  if (key instanceof JavaChar) return `${MARK}${key.className}:${key.value}`
  const text = numberKey(key)
  return text === null ? key : `${MARK}${key.className}:${text}`
}

function numberKey(key: JavaNumber | JavaObject): string | null {
  if (key instanceof JavaDouble || key instanceof JavaFloat) return Object.is(key.value, -0) ? '-0' : String(key.value)
  if (key instanceof JavaBigDecimal) return `${key.unscaled}:${key.scale}`
  if (key instanceof JavaLong || key instanceof JavaBigInteger) return key.value.toString()
  if (key instanceof JavaByte || key instanceof JavaShort) return String(key.value)
  return null
}

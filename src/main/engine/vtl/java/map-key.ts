import { JavaChar } from './java-char'
import { JavaBigDecimal, JavaBigInteger, JavaDouble, JavaFloat, JavaLong } from './java-number'
import type { JavaObject, JavaValue } from './java-value'

/** What stands for a key in a JavaScript `Map`, so that equal Java keys meet: the key itself where it can, else a symbol of its value. */
export type MapKey = null | boolean | string | number | symbol | JavaObject

/** `Integer 1`, `Long 1` and `"1"` are three different keys, as in Java. Lists and maps are told apart by identity. */
export function mapKey(key: JavaValue): MapKey {
  if (key === null || typeof key !== 'object') return key
  if (key instanceof JavaLong) return Symbol.for(`java.lang.Long:${key.value}`)
  if (key instanceof JavaDouble) return Symbol.for(`java.lang.Double:${Object.is(key.value, -0) ? '-0' : key.value}`)
  if (key instanceof JavaFloat) return Symbol.for(`java.lang.Float:${Object.is(key.value, -0) ? '-0' : key.value}`)
  if (key instanceof JavaBigInteger) return Symbol.for(`java.math.BigInteger:${key.value}`)
  if (key instanceof JavaBigDecimal) return Symbol.for(`java.math.BigDecimal:${key.unscaled}:${key.scale}`)
  if (key instanceof JavaChar) return Symbol.for(`java.lang.Character:${key.value}`)
  return key
}

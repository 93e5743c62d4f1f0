import { classCast, nullPointer } from '../java-errors'
import { JavaByte, JavaDouble, JavaFloat, JavaLong, JavaNumber, JavaShort } from '../java-number'
import type { JavaValue } from '../java-value'
import { classNameOf } from '../class-name'
import { inherit, methodsOf } from '../method-table'
import { compareNaturally } from '../natural-order'
import { doubleValue, floatValue, intValue, longValue, type AnyNumber } from '../number-conversion'
import { OBJECT_METHODS } from '../object-methods'

/** The last 8 bits, as a signed number. */
export function toByte(value: number): JavaByte {
  return new JavaByte((value << 24) >> 24)
}

/** The last 16 bits, as a signed number. */
export function toShort(value: number): JavaShort {
  return new JavaShort((value << 16) >> 16)
}

function compareTo(target: AnyNumber, other: JavaValue): number {
  if (other === null) throw nullPointer()
  if (typeof other !== 'number' && !(other instanceof JavaNumber))
    throw classCast(classNameOf(other), classNameOf(target))
  return compareNaturally(target, other)
}

/** What all classes of numbers have in common: `java.lang.Number` and `Comparable`. */
export const NUMBER_METHODS = inherit(
  methodsOf<AnyNumber>()({
    'byteValue()': (value) => toByte(intValue(value)),
    'compareTo(Object)': compareTo,
    'doubleValue()': (value) => new JavaDouble(doubleValue(value)),
    'floatValue()': (value) => new JavaFloat(floatValue(value)),
    'intValue()': intValue,
    'longValue()': (value) => new JavaLong(longValue(value)),
    'shortValue()': (value) => toShort(intValue(value)),
  }),
  OBJECT_METHODS,
)

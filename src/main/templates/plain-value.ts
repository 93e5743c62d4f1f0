import { JavaArray } from '../engine/vtl/java/java-array'
import { JavaList } from '../engine/vtl/java/java-list'
import { JavaMap } from '../engine/vtl/java/java-map'
import { JavaNumber } from '../engine/vtl/java/java-number'
import type { JavaValue } from '../engine/vtl/java/java-value'
import { toJavaString } from '../engine/vtl/java/to-java-string'

/**
 * A Java value as JavaScript has it: maps are objects, every number is a number, with whatever that loses. For values that come from
 * JSON, which are nested 500 deep at most.
 */
export function plainValue(value: JavaValue): unknown {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof JavaNumber) return Number(toJavaString(value))
  if (value instanceof JavaList || value instanceof JavaArray) return value.items.map(plainValue)
  if (!(value instanceof JavaMap)) return toJavaString(value)
  // `fromEntries` makes even "__proto__" a member like any other.
  return Object.fromEntries(
    value.entries().map(([key, member]) => [key === null ? 'null' : toJavaString(key), plainValue(member)]),
  )
}

import { JavaArray } from '../java/java-array'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { JavaDouble, JavaFloat, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { toJavaString } from '../java/to-java-string'

/** Deeper than overrides ever are; ends maps that hold themselves. */
const DEPTH_LIMIT = 20

/** A Java value as plain JSON; what JSON does not know becomes its text. */
export function plainJson(value: JavaValue, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof JavaDouble || value instanceof JavaFloat) return value.value
  if (value instanceof JavaLong) {
    const number = Number(value.value)
    return Number.isSafeInteger(number) ? number : String(value.value)
  }
  if (depth > DEPTH_LIMIT) return null
  if (value instanceof JavaMap) {
    // Most overrides are.
    if (value.size === 0) return {}
    const members = value.entries().map(([key, member]) => {
      return [key === null ? 'null' : toJavaString(key), plainJson(member, depth + 1)] as const
    })
    return Object.fromEntries(members)
  }
  if (value instanceof JavaList || value instanceof JavaArray) {
    return value.items.map((item) => plainJson(item, depth + 1))
  }
  return toJavaString(value)
}

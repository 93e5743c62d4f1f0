import { numberCompare } from './arithmetic'
import { javaEquals } from './java-equals'
import type { JavaValue } from './java-value'
import { toJavaString } from './to-java-string'

/**
 * `a == b` of a template: numbers by their value, objects of one class by `equals`, everything else by its text, so `5 == '5'` holds.
 * Null is equal to null only.
 * Source: Velocity 1.7, ASTEQNode.
 */
export function velocityEquals(a: JavaValue, b: JavaValue): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b
  if (a === null || b === null) return a === b
  const order = numberCompare(a, b)
  if (order !== null) return order === 0
  return areOfOneClass(a, b) ? javaEquals(a, b) : toJavaString(a) === toJavaString(b)
}

/** Whether a variable of one class could hold the other; a `JSONArray` is an `ArrayList`. */
function areOfOneClass(a: Exclude<JavaValue, null>, b: Exclude<JavaValue, null>): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b
  return rootClass(a.className) === rootClass(b.className)
}

function rootClass(className: string): string {
  return className === 'net.minidev.json.JSONArray' ? 'java.util.ArrayList' : className
}

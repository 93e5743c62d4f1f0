import { callMethod } from './call-method'
import { HostObject } from './host-object'
import { JavaArray } from './java-array'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'
import { classOf } from './object-methods'

/**
 * What `$target.name` stands for: `getName()` or `getname()`, an entry of a map, `get("name")`, or `isName()` if it gives a Boolean, in
 * this order. `undefined` when there is none of these; null when the property is null.
 * Errors: JavaException, what the method throws.
 * Source: Velocity 1.7, UberspectImpl.getPropertyGet.
 */
export function getProperty(target: Exclude<JavaValue, null>, name: string): JavaValue | undefined {
  if (target instanceof JavaMap) return isClass(name) ? classOf(target) : target.get(name)
  // Only calls and indexes see a list in an array.
  if (target instanceof JavaArray) return isClass(name) ? classOf(target) : undefined
  if (target instanceof HostObject && Object.hasOwn(target.properties, name)) return target.properties[name]?.()
  const got = callEither(target, 'get', name)
  if (got !== undefined) return got
  const member = callMethod(target, 'get', [name])
  if (member !== undefined) return member
  const flag = callEither(target, 'is', name)
  return typeof flag === 'boolean' ? flag : undefined
}

function isClass(name: string): boolean {
  return name === 'class' || name === 'Class'
}

/** The name as it is after the prefix, else with its first letter in the other case. */
function callEither(target: Exclude<JavaValue, null>, prefix: string, name: string): JavaValue | undefined {
  const first = name.charAt(0)
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  const asItIs = callMethod(target, prefix + name, [])
  return asItIs !== undefined ? asItIs : callMethod(target, prefix + other + name.slice(1), [])
}

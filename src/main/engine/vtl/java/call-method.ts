import { HostObject } from './host-object'
import { JavaArray } from './java-array'
import { illegalArgument } from './java-errors'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'
import { findOverload, invokeOverload } from './method-table'
import { MAP_METHODS } from './methods/map-methods'
import { methodsOfValue } from './methods-of'
import { OBJECT_METHODS } from './object-methods'

/**
 * Call a method as Velocity does: `undefined` when the class has none that takes these arguments, or several and none is nearer than
 * the others; null when Java returns null, "" when it returns nothing.
 * Errors: JavaException, what the method throws.
 * Source: Velocity 1.7, UberspectImpl.getMethod; the classes are those of JDK 17.
 */
export function callMethod(
  target: Exclude<JavaValue, null>,
  name: string,
  args: readonly JavaValue[],
): JavaValue | undefined {
  if (target instanceof HostObject) return callHost(target, name, args)
  if (target instanceof JavaArray) return callArray(target, name, args)
  // Maps of other classes, such as the scope of a loop, have the methods of a map.
  const methods = target instanceof JavaMap ? MAP_METHODS : methodsOfValue(target)
  const overloads = methods.get(name)
  const found = overloads === undefined ? undefined : findOverload(overloads, args)
  return found === undefined ? undefined : invokeOverload(found, target, args)
}

function callHost(target: HostObject, name: string, args: readonly JavaValue[]): JavaValue | undefined {
  if (Object.hasOwn(target.methods, name)) return target.methods[name]?.(...args)
  return callObject(target, name, args)
}

function callObject(target: HostObject | JavaArray, name: string, args: readonly JavaValue[]): JavaValue | undefined {
  const overloads = OBJECT_METHODS.get(name)
  const found = overloads === undefined ? undefined : findOverload(overloads, args)
  return found === undefined ? undefined : invokeOverload(found, target, args)
}

/** Velocity lends arrays the methods of a list of fixed size, but for those that every object has. */
function callArray(target: JavaArray, name: string, args: readonly JavaValue[]): JavaValue | undefined {
  const own = callObject(target, name, args)
  if (own !== undefined) return own
  const list = new JavaList(target.items, 'org.apache.velocity.util.ArrayListWrapper')
  const overloads = methodsOfValue(list).get(name)
  const found = overloads === undefined ? undefined : findOverload(overloads, args)
  if (found === undefined) return undefined
  if (name === 'set') checkElement(target, args[1] ?? null)
  return invokeOverload(found, list, args)
}

const ELEMENT_CLASSES: Readonly<Record<string, string>> = {
  '[C': 'java.lang.Character',
  '[B': 'java.lang.Byte',
  '[I': 'java.lang.Integer',
  '[Ljava.lang.String;': 'java.lang.String',
}

/** Errors: IllegalArgumentException for a value that the array cannot hold. */
function checkElement(target: JavaArray, value: JavaValue): void {
  const wanted = ELEMENT_CLASSES[target.className]
  if (wanted === undefined) return
  if (value === null ? target.className.startsWith('[L') : isOfClass(value, wanted)) return
  throw illegalArgument('array element type mismatch')
}

function isOfClass(value: Exclude<JavaValue, null>, className: string): boolean {
  if (typeof value === 'string') return className === 'java.lang.String'
  if (typeof value === 'number') return className === 'java.lang.Integer'
  return typeof value === 'object' && value.className === className
}

import { callMethod } from './call-method'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'

/**
 * Do `#set($target.name = value)`: `setName(value)` or `setname(value)`, an entry of a map, or `put("name", value)`. False when there is
 * no such way.
 * Errors: JavaException, what the method throws.
 * Source: Velocity 1.7, UberspectImpl.getPropertySet.
 */
export function setProperty(target: Exclude<JavaValue, null>, name: string, value: JavaValue): boolean {
  if (target instanceof JavaMap) {
    target.put(name, value)
    return true
  }
  const first = name.charAt(0)
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  return (
    callMethod(target, `set${name}`, [value]) !== undefined ||
    callMethod(target, `set${other}${name.slice(1)}`, [value]) !== undefined ||
    callMethod(target, 'put', [name, value]) !== undefined
  )
}

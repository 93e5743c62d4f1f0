import { callMethod } from './call-method'
import { indexArgument } from './index-argument'
import type { JavaValue } from './java-value'

/**
 * Do `#set($target[index] = value)`: `set(index, value)` of a list, else `put(index, value)` of a map. False when there is neither.
 * Errors: JavaException, what the method throws.
 * Source: Velocity 1.7, ASTReference.setValue.
 */
export function setIndex(target: Exclude<JavaValue, null>, index: JavaValue, value: JavaValue): boolean {
  const args = [indexArgument(target, index), value]
  return callMethod(target, 'set', args) !== undefined || callMethod(target, 'put', args) !== undefined
}

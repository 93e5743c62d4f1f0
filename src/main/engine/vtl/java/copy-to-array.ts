import { JavaArray } from './java-array'
import { JavaException } from './java-exception'
import type { JavaValue } from './java-value'

/** `toArray(T[])`: into the array when it is large enough, else into a new one of its class. Errors: ArrayStoreException. */
export function copyToArray(items: readonly JavaValue[], target: JavaArray): JavaArray {
  if (target.className === '[Ljava.lang.String;' && items.some((item) => item !== null && typeof item !== 'string')) {
    throw new JavaException('java.lang.ArrayStoreException', 'arraycopy: element type mismatch')
  }
  if (items.length > target.items.length) return new JavaArray([...items], target.className)
  items.forEach((item, index) => (target.items[index] = item))
  if (items.length < target.items.length) target.items[items.length] = null
  return target
}

import { callMethod } from './call-method'
import { indexArgument } from './index-argument'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'

/**
 * What `$target[index]` stands for: `get(index)`; -1 is the last element of a list. `undefined` when there is no such method.
 * Errors: JavaException, what the method throws: IndexOutOfBoundsException beyond a list.
 */
export function getIndex(target: Exclude<JavaValue, null>, index: JavaValue): JavaValue | undefined {
  if (target instanceof JavaList && typeof index === 'number' && index >= 0 && index < target.size)
    return target.at(index)
  if (target instanceof JavaMap && typeof index === 'string') return target.get(index)
  return callMethod(target, 'get', [indexArgument(target, index)])
}

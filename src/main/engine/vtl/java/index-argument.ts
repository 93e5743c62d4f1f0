import { callMethod } from './call-method'
import { JavaException } from './java-exception'
import type { JavaValue } from './java-value'
import { classNameOf } from './class-name'

/**
 * The index as `get` and `set` take it: -1 is the last element.
 * Errors: JavaException VelocityException for a negative index of something without a size.
 * Source: Velocity 1.7, ASTIndex.adjMinusIndexArg.
 */
export function indexArgument(target: Exclude<JavaValue, null>, index: JavaValue): JavaValue {
  if (typeof index !== 'number' || index >= 0) return index
  const size = callMethod(target, 'size', [])
  if (typeof size === 'number') return size + index
  throw new JavaException(
    'org.apache.velocity.exception.VelocityException',
    `A 'size()' method required for negative value ${index} does not exist for class '${classNameOf(target)}'`,
  )
}

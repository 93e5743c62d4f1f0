import type { JavaValue } from './java-value'

/** `getClass().getName()`, as in "java.lang.Integer". */
export function classNameOf(value: Exclude<JavaValue, null>): string {
  switch (typeof value) {
    case 'string':
      return 'java.lang.String'
    case 'number':
      return 'java.lang.Integer'
    case 'boolean':
      return 'java.lang.Boolean'
    default:
      return value.className
  }
}

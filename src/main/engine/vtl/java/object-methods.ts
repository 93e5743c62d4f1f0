import { classNameOf } from './class-name'
import { hashCode } from './hash-code'
import { JavaClass } from './java-class'
import { javaEquals } from './java-equals'
import { JavaException } from './java-exception'
import type { JavaValue } from './java-value'
import { methodsOf } from './method-table'
import { toJavaString } from './to-java-string'

/** `getClass()`. */
export function classOf(value: Exclude<JavaValue, null>): JavaClass {
  return new JavaClass(classNameOf(value))
}

/** Only the owner of an object's monitor may wait for it, and a template never is. */
function notOwner(): never {
  throw new JavaException('java.lang.IllegalMonitorStateException', 'current thread is not owner')
}

/** The methods of `java.lang.Object`. */
export const OBJECT_METHODS = methodsOf<Exclude<JavaValue, null>>()({
  'equals(Object)': (target, other) => javaEquals(target, other),
  'getClass()': classOf,
  'hashCode()': hashCode,
  'notify()': notOwner,
  'notifyAll()': notOwner,
  'toString()': toJavaString,
  'wait()': notOwner,
  'wait(long)': notOwner,
  'wait(long,int)': notOwner,
})

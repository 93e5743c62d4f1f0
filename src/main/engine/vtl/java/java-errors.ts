import { DEFAULT_BUDGET } from '../budget'
import { JavaException } from './java-exception'

/** Java code that got null where it needed an object. */
export function nullPointer(message = 'a null value was used as an object'): JavaException {
  return new JavaException('java.lang.NullPointerException', message)
}

export function illegalArgument(message: string): JavaException {
  return new JavaException('java.lang.IllegalArgumentException', message)
}

export function arithmeticError(message: string): JavaException {
  return new JavaException('java.lang.ArithmeticException', message)
}

export function unsupportedOperation(): JavaException {
  return new JavaException('java.lang.UnsupportedOperationException', 'null')
}

/** `from` and `to` as in "java.lang.Integer". */
export function classCast(from: string, to: string): JavaException {
  return new JavaException('java.lang.ClassCastException', `class ${from} cannot be cast to class ${to}`)
}

export function stackOverflow(): JavaException {
  return new JavaException('java.lang.StackOverflowError', 'a value is nested too deep or in itself')
}

/** Said long before memory is short: no template of use gets here. */
export function outOfMemory(): JavaException {
  return new JavaException('java.lang.OutOfMemoryError', 'Java heap space')
}

/** Ask before a string is built. Errors: OutOfMemoryError for one longer than a whole payload may be. */
export function checkLength(length: number): void {
  if (length > DEFAULT_BUDGET.outputLength) throw outOfMemory()
}

/** Java objects of our own take more room than Java's characters and bytes do. */
const MAX_ARRAY_LENGTH = 2_000_000

/** Ask before an array is made of a text. Errors: OutOfMemoryError for one of more than 2,000,000 elements. */
export function checkArrayLength(length: number): void {
  if (length > MAX_ARRAY_LENGTH) throw outOfMemory()
}

import { JavaException } from './java-exception'
import { JavaObject, type JavaValue } from './java-value'

/** A `java.util.Iterator`. In JavaScript it can be walked with `for`; `hasNext` and `next` tell more exactly when it fails. */
export abstract class JavaIterator extends JavaObject implements Iterable<JavaValue> {
  /** Never fails, as in Java: a list that grew meanwhile has a next element until it is asked for. */
  abstract hasNext(): boolean

  /** Errors: NoSuchElementException at the end, ConcurrentModificationException when the collection has changed meanwhile. */
  abstract next(): JavaValue

  /** Take what `next` gave last out of the collection. */
  remove(): void {
    throw new JavaException('java.lang.UnsupportedOperationException', 'remove')
  }

  *[Symbol.iterator](): Iterator<JavaValue> {
    while (this.hasNext()) yield this.next()
  }
}

export function noSuchElement(): JavaException {
  return new JavaException('java.util.NoSuchElementException', 'null')
}

export function concurrentModification(): JavaException {
  return new JavaException('java.util.ConcurrentModificationException', 'null')
}

import { nullPointer } from '../java-errors'
import type { JavaIterator } from '../java-iterator'
import type { ListIterator } from '../list-iterator'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

/** The public methods of `java.util.Iterator`. */
export const ITERATOR_METHODS = inherit(
  methodsOf<JavaIterator>()({
    'forEachRemaining(Function)': () => {
      throw nullPointer()
    },
    'hasNext()': (iterator) => iterator.hasNext(),
    'next()': (iterator) => iterator.next(),
    'remove()': (iterator) => {
      iterator.remove()
      return ''
    },
  }),
  OBJECT_METHODS,
)

/** The public methods of `java.util.ListIterator`. */
export const LIST_ITERATOR_METHODS = inherit(
  methodsOf<ListIterator>()({
    'add(Object)': (iterator, value) => {
      iterator.add(value)
      return ''
    },
    'hasPrevious()': (iterator) => iterator.hasPrevious(),
    'nextIndex()': (iterator) => iterator.nextIndex(),
    'previous()': (iterator) => iterator.previous(),
    'previousIndex()': (iterator) => iterator.nextIndex() - 1,
    'set(Object)': (iterator, value) => {
      iterator.set(value)
      return ''
    },
  }),
  ITERATOR_METHODS,
)

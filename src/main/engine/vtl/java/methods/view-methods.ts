import { copyToArray } from '../copy-to-array'
import { JavaArray } from '../java-array'
import { JavaEntry } from '../java-entry'
import { nullPointer, unsupportedOperation } from '../java-errors'
import { javaEquals } from '../java-equals'
import type { JavaMapView } from '../java-map-view'
import type { JavaValue } from '../java-value'
import { MapIterator } from '../map-iterator'
import { containsValue, memberTest } from '../member-test'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

function noCode(): never {
  throw nullPointer()
}

function cannotAdd(): never {
  throw unsupportedOperation()
}

function remove(view: JavaMapView, value: JavaValue): boolean {
  if (!containsValue(view, value)) return false
  const { map, part } = view
  if (part === 'keys') map.remove(value)
  else if (part === 'entries') map.remove(value instanceof JavaEntry ? value.key : null)
  else map.remove(map.entries().find(([, item]) => javaEquals(item, value))?.[0] ?? null)
  return true
}

function removeWhere(view: JavaMapView, isRemoved: (value: JavaValue) => boolean): boolean {
  const keys = view.map.keys()
  const removed = view.items.map(isRemoved)
  keys.forEach((key, index) => removed[index] && view.map.remove(key))
  return removed.includes(true)
}

/** The public methods of a map's `keySet()`, `values()` and `entrySet()`. `Set.of` and streams are missing. */
export const VIEW_METHODS = inherit(
  methodsOf<JavaMapView>()({
    'add(Object)': cannotAdd,
    'addAll(Collection)': (_, others) => (others.items.length === 0 ? false : cannotAdd()),
    'clear()': (view) => {
      view.map.clear()
      return ''
    },
    'contains(Object)': containsValue,
    'containsAll(Collection)': (view, others) => others.items.every(memberTest(view)),
    'forEach(Function)': noCode,
    'isEmpty()': (view) => view.size === 0,
    'iterator()': (view) => new MapIterator(view),
    'remove(Object)': remove,
    'removeAll(Collection)': (view, others) => removeWhere(view, memberTest(others)),
    'removeIf(Function)': noCode,
    'retainAll(Collection)': (view, others) => {
      const isMember = memberTest(others)
      return removeWhere(view, (value) => !isMember(value))
    },
    'size()': (view) => view.size,
    'toArray()': (view) => new JavaArray(view.items, '[Ljava.lang.Object;'),
    'toArray(Object[])': (view, target) => copyToArray(view.items, target),
    'toArray(Function)': noCode,
  }),
  OBJECT_METHODS,
)

import { HostObject } from './host-object'
import { JavaArray } from './java-array'
import { JavaIterator } from './java-iterator'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'
import { ListIterator } from './list-iterator'
import { MapIterator } from './map-iterator'

/**
 * What `#foreach` walks: the elements of a list, set or array, the values of a map, what an iterator still gives; `undefined` for
 * everything else, strings and numbers among it. `hasNext()` and `next()` of the answer fail when Java's would: a collection that was
 * changed in the loop ends it with a ConcurrentModificationException at the next element.
 * Source: Velocity 1.7, UberspectImpl.getIterator.
 */
export function elementsOf(value: JavaValue): JavaIterator | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (value instanceof JavaList) return new ListIterator(value)
  if (value instanceof JavaMap) return new MapIterator(new JavaMapView(value, 'values'))
  if (value instanceof JavaMapView) return new MapIterator(value)
  if (value instanceof JavaIterator) return value
  if (value instanceof JavaArray) return new ListIterator(new JavaList(value.items))
  if (value instanceof HostObject && Object.hasOwn(value.methods, 'iterator')) {
    const iterator = value.methods['iterator']?.()
    if (iterator instanceof JavaIterator) return iterator
  }
  return undefined
}

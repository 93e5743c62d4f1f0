import { JavaChar } from './java-char'
import { JavaClass } from './java-class'
import { JavaEntry } from './java-entry'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import { JavaMapView } from './java-map-view'
import { JavaBigDecimal, JavaDouble, JavaFloat, JavaNumber } from './java-number'
import type { JavaObject, JavaValue } from './java-value'
import { ValueWalk } from './value-walk'

/**
 * `Objects.equals(a, b)`: numbers of different classes are never equal, lists and maps are compared by what is in them.
 * Errors: StackOverflowError for two lists that hold themselves.
 */
export function javaEquals(a: JavaValue, b: JavaValue): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  return objectsEqual(a, b, null)
}

function equalIn(a: JavaValue, b: JavaValue, walk: ValueWalk): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  return objectsEqual(a, b, walk)
}

function objectsEqual(a: JavaObject, b: JavaObject, walk: ValueWalk | null): boolean {
  if (a instanceof JavaNumber) return b instanceof JavaNumber && numbersEqual(a, b)
  if (a instanceof JavaList) return b instanceof JavaList && listsEqual(a.items, b.items, walk ?? new ValueWalk())
  if (a instanceof JavaMap) return b instanceof JavaMap && mapsEqual(a, b, walk ?? new ValueWalk())
  if (a instanceof JavaChar) return b instanceof JavaChar && a.value === b.value
  if (a instanceof JavaMapView) return b instanceof JavaMapView && viewsEqual(a, b, walk ?? new ValueWalk())
  if (a instanceof JavaEntry) return b instanceof JavaEntry && entriesEqual(a, b, walk ?? new ValueWalk())
  return a instanceof JavaClass && b instanceof JavaClass && a.name === b.name
}

function numbersEqual(a: JavaNumber, b: JavaNumber): boolean {
  if (a instanceof JavaBigDecimal) {
    return b instanceof JavaBigDecimal && a.unscaled === b.unscaled && a.scale === b.scale
  }
  if (b instanceof JavaBigDecimal || a.className !== b.className) return false
  if (a instanceof JavaDouble || a instanceof JavaFloat) return Object.is(a.value, b.value)
  return a.value === b.value
}

function listsEqual(a: readonly JavaValue[], b: readonly JavaValue[], walk: ValueWalk): boolean {
  if (a.length !== b.length) return false
  walk.enter(a.length)
  const isEqual = a.every((item, index) => equalIn(item, b[index] ?? null, walk))
  walk.leave()
  return isEqual
}

function mapsEqual(a: JavaMap, b: JavaMap, walk: ValueWalk): boolean {
  if (a.size !== b.size) return false
  walk.enter(a.size)
  const isEqual = a.entries().every(([key, value]) => b.has(key) && equalIn(value, b.get(key), walk))
  walk.leave()
  return isEqual
}

/** Sets are equal when they hold the same; what `values()` gives is equal to itself only. */
function viewsEqual(a: JavaMapView, b: JavaMapView, walk: ValueWalk): boolean {
  if (a.map === b.map && a.part === b.part) return true
  if (a.part === 'values' || b.part === 'values' || a.size !== b.size) return false
  if (a.part === 'keys' && b.part === 'keys') return a.items.every((key) => b.map.has(key))
  return a.part === b.part && mapsEqual(a.map, b.map, walk)
}

function entriesEqual(a: JavaEntry, b: JavaEntry, walk: ValueWalk): boolean {
  walk.enter(2)
  const isEqual = equalIn(a.key, b.key, walk) && equalIn(a.value, b.value, walk)
  walk.leave()
  return isEqual
}

import { javaEquals } from './java-equals'
import { outOfMemory } from './java-errors'
import { JavaEntry } from './java-entry'
import { JavaMapView } from './java-map-view'
import type { JavaCollection } from './parameter-type'
import { mapKey, type MapKey } from './map-key'
import type { JavaValue } from './java-value'

/** Lists inside lists are compared one by one; more pairs than this are refused. */
const MAX_COMPARISONS = 5_000_000
const FEW = 8

/** `collection.contains(value)`. */
export function containsValue(collection: JavaCollection, value: JavaValue): boolean {
  if (!(collection instanceof JavaMapView)) return collection.items.some((item) => javaEquals(item, value))
  if (collection.part === 'keys') return collection.map.has(value)
  if (collection.part === 'values') return collection.items.some((item) => javaEquals(item, value))
  return (
    value instanceof JavaEntry &&
    collection.map.has(value.key) &&
    javaEquals(collection.map.get(value.key), value.value)
  )
}

/**
 * The same for many values: what can be looked up is looked up.
 * Errors: OutOfMemoryError for lists that would take too long to compare.
 */
export function memberTest(collection: JavaCollection): (value: JavaValue) => boolean {
  const { items } = collection
  if (items.length <= FEW || (collection instanceof JavaMapView && collection.part !== 'values')) {
    return (value) => containsValue(collection, value)
  }
  const simple = new Set<MapKey>()
  const nested: JavaValue[] = []
  for (const item of items) {
    const key = mapKey(item)
    if (key !== null && typeof key === 'object') nested.push(item)
    else simple.add(key)
  }
  let comparisons = 0
  return (value) => {
    const key = mapKey(value)
    if (key === null || typeof key !== 'object') return simple.has(key)
    comparisons += nested.length
    if (comparisons > MAX_COMPARISONS) throw outOfMemory()
    return nested.some((item) => javaEquals(item, value))
  }
}

import { JavaEntry } from '../java-entry'
import { nullPointer } from '../java-errors'
import { javaEquals } from '../java-equals'
import { JavaMap } from '../java-map'
import { JavaMapView } from '../java-map-view'
import type { JavaValue } from '../java-value'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

function noCode(): never {
  throw nullPointer()
}

function putAll(map: JavaMap, other: JavaMap): '' {
  for (const [key, value] of other.entries()) map.put(key, value)
  return ''
}

function putIfAbsent(map: JavaMap, key: JavaValue, value: JavaValue): JavaValue {
  const before = map.get(key)
  if (before === null) map.put(key, value)
  return before
}

function removePair(map: JavaMap, key: JavaValue, value: JavaValue): boolean {
  if (!map.has(key) || !javaEquals(map.get(key), value)) return false
  map.remove(key)
  return true
}

function replacePair(map: JavaMap, key: JavaValue, before: JavaValue, after: JavaValue): boolean {
  if (!map.has(key) || !javaEquals(map.get(key), before)) return false
  map.put(key, after)
  return true
}

function entry(_: JavaMap, key: JavaValue, value: JavaValue): JavaEntry {
  if (key === null || value === null) throw nullPointer()
  return new JavaEntry(key, value, null)
}

/** The public methods of `java.util.LinkedHashMap`. `Map.of` and `Map.copyOf` are missing: their order is left to chance. */
export const MAP_METHODS = inherit(
  methodsOf<JavaMap>()({
    'clear()': (map) => {
      map.clear()
      return ''
    },
    'clone()': (map) => JavaMap.of(map.entries()),
    'compute(Object,Function)': noCode,
    'computeIfAbsent(Object,Function)': noCode,
    'computeIfPresent(Object,Function)': noCode,
    'containsKey(Object)': (map, key) => map.has(key),
    'containsValue(Object)': (map, value) => map.values().some((item) => javaEquals(item, value)),
    'entry(Object,Object)': entry,
    'entrySet()': (map) => new JavaMapView(map, 'entries'),
    'forEach(Function)': noCode,
    'get(Object)': (map, key) => map.get(key),
    'getOrDefault(Object,Object)': (map, key, fallback) => (map.has(key) ? map.get(key) : fallback),
    'isEmpty()': (map) => map.size === 0,
    'keySet()': (map) => new JavaMapView(map, 'keys'),
    'merge(Object,Object,Function)': noCode,
    'put(Object,Object)': (map, key, value) => map.put(key, value),
    'putAll(Map)': putAll,
    'putIfAbsent(Object,Object)': putIfAbsent,
    'remove(Object)': (map, key) => map.remove(key),
    'remove(Object,Object)': removePair,
    'replace(Object,Object)': (map, key, value) => (map.has(key) ? map.put(key, value) : null),
    'replace(Object,Object,Object)': replacePair,
    'replaceAll(Function)': noCode,
    'size()': (map) => map.size,
    'values()': (map) => new JavaMapView(map, 'values'),
  }),
  OBJECT_METHODS,
)

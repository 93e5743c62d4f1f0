import { classNameOf } from '../class-name'
import { JavaArray } from '../java-array'
import { classCast, illegalArgument, nullPointer, outOfMemory, unsupportedOperation } from '../java-errors'
import { JavaException } from '../java-exception'
import { javaEquals } from '../java-equals'
import { JavaList } from '../java-list'
import { JavaSubList } from '../java-sub-list'
import type { JavaValue } from '../java-value'
import { ListIterator, listIteratorAt } from '../list-iterator'
import { memberTest } from '../member-test'
import { inherit, methodsOf } from '../method-table'
import { compareNaturally } from '../natural-order'
import { OBJECT_METHODS } from '../object-methods'
import type { JavaCollection } from '../parameter-type'
import { copyToArray } from '../copy-to-array'
import { writeJson } from '../../json/write-json'

const ARRAY_LIKE = new Set(['java.util.Arrays$ArrayList', 'org.apache.velocity.util.ArrayListWrapper'])

/** Longer lists take longer to sort than any payload is worth. */
const MAX_SORTED = 500_000
/** Lists that count an addition of nothing as a change. */
const RESIZABLE = new Set(['java.util.ArrayList', 'net.minidev.json.JSONArray'])

function outOfRange(message: string): JavaException {
  return new JavaException('java.lang.IndexOutOfBoundsException', message)
}

function checkIndex(list: JavaList, index: number): void {
  const length = list.size
  if (index >= 0 && index < length) return
  const message = `Index ${index} out of bounds for length ${length}`
  if (ARRAY_LIKE.has(list.className)) throw new JavaException('java.lang.ArrayIndexOutOfBoundsException', message)
  throw outOfRange(message)
}

function checkPosition(list: JavaList, index: number): void {
  const length = list.size
  if (index < 0 || index > length) throw outOfRange(`Index: ${index}, Size: ${length}`)
}

/** `get(int)`. Errors: IndexOutOfBoundsException. */
export function listGet(list: JavaList, index: number): JavaValue {
  if (index < 0 || index >= list.size) checkIndex(list, index)
  return list.at(index)
}

/** `set(int, Object)`: the element before. */
export function listSet(list: JavaList, index: number, value: JavaValue): JavaValue {
  checkIndex(list, index)
  const before = list.at(index)
  list.replace(index, value)
  return before
}

function addAt(list: JavaList, index: number, value: JavaValue): '' {
  checkPosition(list, index)
  list.splice(index, 0, [value])
  return ''
}

function addAll(list: JavaList, index: number, added: JavaCollection): boolean {
  checkPosition(list, index)
  const items = [...added.items]
  if (items.length > 0 || list.isUnmodifiable || RESIZABLE.has(list.className)) list.splice(index, 0, items)
  return items.length > 0
}

function removeAt(list: JavaList, index: number): JavaValue {
  checkIndex(list, index)
  const before = list.at(index)
  list.splice(index, 1, [])
  return before
}

function removeValue(list: JavaList, value: JavaValue): boolean {
  if (list.isUnmodifiable) throw unsupportedOperation()
  const index = indexOf(list, value)
  if (index >= 0) list.splice(index, 1, [])
  return index >= 0
}

function indexOf(list: JavaList, value: JavaValue): number {
  refuseNull(list, value)
  return list.items.findIndex((item) => javaEquals(item, value))
}

function lastIndexOf(list: JavaList, value: JavaValue): number {
  refuseNull(list, value)
  return list.items.findLastIndex((item) => javaEquals(item, value))
}

/** What `List.of` gives does not even look for null. */
function refuseNull(list: JavaList, value: JavaValue): void {
  if (value === null && list.isUnmodifiable) throw nullPointer()
}

function keepOnly(list: JavaList, isKept: (value: JavaValue) => boolean): boolean {
  if (list.isUnmodifiable) throw unsupportedOperation()
  const kept = list.items.filter(isKept)
  if (kept.length === list.items.length) return false
  list.splice(0, list.items.length, kept)
  return true
}

/** Without a comparator the elements say themselves which comes first. */
function sort(list: JavaList): '' {
  if (list.isUnmodifiable) throw unsupportedOperation()
  if (list.size > MAX_SORTED) throw outOfMemory()
  const sorted = [...list.items].sort(compareNaturally)
  sorted.forEach((item, index) => list.replace(index, item))
  if (list.className === 'java.util.ArrayList' || list.className === 'net.minidev.json.JSONArray') list.modifications++
  return ''
}

function subList(list: JavaList, from: number, to: number): JavaList {
  if (from < 0) throw outOfRange(`fromIndex = ${from}`)
  if (to > list.size) throw outOfRange(`toIndex = ${to}`)
  if (from > to) throw illegalArgument(`fromIndex(${from}) > toIndex(${to})`)
  return new JavaSubList(list, from, to - from)
}

function listOf(items: readonly JavaValue[]): JavaList {
  if (items.includes(null)) throw nullPointer()
  const size = items.length === 1 || items.length === 2 ? 'List12' : 'ListN'
  return new JavaList([...items], `java.util.ImmutableCollections$${size}`)
}

/** Behaviour and styles are passed as Java objects, and a template has none to pass: null only. */
function noCode(): never {
  throw nullPointer()
}

/** The public methods of `java.util.List` and, where it has more, of `ArrayList`. Streams are missing. */
export const LIST_METHODS = inherit(
  methodsOf<JavaList>()({
    'add(Object)': (list, value) => {
      list.splice(list.size, 0, [value])
      return true
    },
    'add(int,Object)': addAt,
    'addAll(Collection)': (list, added) => addAll(list, list.size, added),
    'addAll(int,Collection)': addAll,
    'clear()': (list) => {
      if (list.size > 0 || list.isUnmodifiable) list.splice(0, list.size, [])
      return ''
    },
    'contains(Object)': (list, value) => indexOf(list, value) >= 0,
    'containsAll(Collection)': (list, others) => others.items.every(memberTest(list)),
    'copyOf(Collection)': (_, items) => listOf(items.items),
    'forEach(Function)': noCode,
    'get(int)': listGet,
    'indexOf(Object)': indexOf,
    'isEmpty()': (list) => list.size === 0,
    'iterator()': (list) => new ListIterator(list),
    'lastIndexOf(Object)': lastIndexOf,
    'listIterator()': (list) => listIteratorAt(list, 0),
    'listIterator(int)': (list, index) => {
      checkPosition(list, index)
      return listIteratorAt(list, index)
    },
    'of()': () => listOf([]),
    'of(Object)': (_, a) => listOf([a]),
    'of(Object,Object)': (_, a, b) => listOf([a, b]),
    'of(Object,Object,Object)': (_, a, b, c) => listOf([a, b, c]),
    'of(Object[])': (_, array) => listOf(array.items),
    'remove(Object)': removeValue,
    'remove(int)': removeAt,
    'removeAll(Collection)': (list, others) => {
      const isMember = memberTest(others)
      return keepOnly(list, (value) => !isMember(value))
    },
    'removeIf(Function)': noCode,
    'replaceAll(Function)': noCode,
    'retainAll(Collection)': (list, others) => keepOnly(list, memberTest(others)),
    'set(int,Object)': listSet,
    'size()': (list) => list.size,
    'sort(Comparator)': sort,
    'subList(int,int)': subList,
    'toArray()': (list) => new JavaArray([...list.items], '[Ljava.lang.Object;'),
    'toArray(Object[])': (list, target) => copyToArray(list.items, target),
    'toArray(Function)': noCode,
  }),
  OBJECT_METHODS,
)

const ARRAY_LIST_ONLY = methodsOf<JavaList>()({
  'clone()': (list) => new JavaList([...list.items], list.className),
  'ensureCapacity(int)': () => '',
  'trimToSize()': (list) => {
    list.modifications++
    return ''
  },
})

export const ARRAY_LIST_METHODS = inherit(ARRAY_LIST_ONLY, LIST_METHODS)

function merge(list: JavaList, other: JavaValue): '' {
  if (other === null) return ''
  if (!(other instanceof JavaList) || other.className !== list.className) {
    throw classCast(classNameOf(other), list.className)
  }
  list.splice(list.size, 0, [...other.items])
  return ''
}

/** The public methods of json-smart's list; those that write to a Java stream are missing. */
export const JSON_ARRAY_METHODS = inherit(
  methodsOf<JavaList>()({
    'merge(Object)': merge,
    'toJSONString()': (list) => writeJson(list, 'web-safe'),
    'toJSONString(JSONStyle)': noCode,
    'toJSONString(List)': (_, list) => writeJson(list, 'web-safe'),
    'toString(JSONStyle)': noCode,
  }),
  ARRAY_LIST_METHODS,
)

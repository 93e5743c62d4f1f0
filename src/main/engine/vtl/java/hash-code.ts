import { JavaChar } from './java-char'
import { JavaEntry } from './java-entry'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import { JavaMapView } from './java-map-view'
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaByte,
  JavaDouble,
  JavaFloat,
  JavaLong,
  JavaShort,
  type JavaNumber,
} from './java-number'
import type { JavaObject, JavaValue } from './java-value'
import { ValueWalk } from './value-walk'

const words = new DataView(new ArrayBuffer(8))

/**
 * `hashCode()`; 0 for null.
 * Errors: StackOverflowError for a list inside itself.
 * Departure: objects that Java tells apart by their place in memory have a hash code made of their class name.
 */
export function hashCode(value: JavaValue): number {
  return hashIn(value, null)
}

/** `String.hashCode()`. */
export function stringHash(text: string): number {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0
  return hash
}

/** `Double.hashCode(double)`. */
export function doubleHash(value: number): number {
  words.setFloat64(0, Number.isNaN(value) ? Number.NaN : value)
  return words.getInt32(0) ^ words.getInt32(4)
}

/** `Float.hashCode(float)`, which is `floatToIntBits`. */
export function floatHash(value: number): number {
  words.setFloat32(0, Number.isNaN(value) ? Number.NaN : value)
  return words.getInt32(0)
}

/** `Long.hashCode(long)`. */
export function longHash(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)))
}

/** What stands behind the "@" of an object that has no text of its own: "1b2c3d". */
export function identityHash(value: JavaObject): number {
  return stringHash(value.className) & 0x7fff_ffff
}

function hashIn(value: JavaValue, walk: ValueWalk | null): number {
  if (value === null) return 0
  if (typeof value === 'string') return stringHash(value)
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1231 : 1237
  if (value instanceof JavaList) return listHash(value.items, walk ?? new ValueWalk())
  if (value instanceof JavaMap) return mapHash(value, walk ?? new ValueWalk())
  if (value instanceof JavaMapView && value.part !== 'values') return setHash(value, walk ?? new ValueWalk())
  if (value instanceof JavaEntry) return entryHash(value.key, value.value, walk ?? new ValueWalk())
  if (value instanceof JavaChar) return value.value.charCodeAt(0)
  return numberHash(value) ?? identityHash(value)
}

function numberHash(value: JavaNumber | JavaObject): number | null {
  if (value instanceof JavaDouble) return doubleHash(value.value)
  if (value instanceof JavaLong) return longHash(value.value)
  if (value instanceof JavaFloat) return floatHash(value.value)
  if (value instanceof JavaByte || value instanceof JavaShort) return value.value
  if (value instanceof JavaBigInteger) return bigIntegerHash(value.value)
  if (value instanceof JavaBigDecimal) return (Math.imul(31, bigIntegerHash(value.unscaled)) + value.scale) | 0
  return null
}

function bigIntegerHash(value: bigint): number {
  const isNegative = value < 0n
  const hex = (isNegative ? -value : value).toString(16)
  let hash = 0
  let start = 0
  for (let end = hex.length % 8 || 8; end <= hex.length; end += 8) {
    hash = (Math.imul(31, hash) + Number.parseInt(hex.slice(start, end), 16)) | 0
    start = end
  }
  return isNegative ? -hash | 0 : hash
}

function listHash(items: readonly JavaValue[], walk: ValueWalk): number {
  walk.enter(items.length)
  let hash = 1
  for (const item of items) hash = (Math.imul(31, hash) + hashIn(item, walk)) | 0
  walk.leave()
  return hash
}

function mapHash(map: JavaMap, walk: ValueWalk): number {
  walk.enter(map.size)
  let hash = 0
  for (const [key, value] of map.entries()) hash = (hash + entryHash(key, value, walk)) | 0
  walk.leave()
  return hash
}

function setHash(view: JavaMapView, walk: ValueWalk): number {
  walk.enter(view.size)
  let hash = 0
  for (const item of view.items) hash = (hash + hashIn(item, walk)) | 0
  walk.leave()
  return hash
}

function entryHash(key: JavaValue, value: JavaValue, walk: ValueWalk): number {
  return hashIn(key, walk) ^ hashIn(value, walk)
}

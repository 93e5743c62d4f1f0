import { DEFAULT_BUDGET } from '../budget'
import { JavaArray } from '../java/java-array'
import { JavaChar } from '../java/java-char'
import { JavaClass } from '../java/java-class'
import { JavaEntry } from '../java/java-entry'
import { classCast, nullPointer, outOfMemory, stackOverflow } from '../java/java-errors'
import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { JavaMapView } from '../java/java-map-view'
import { JavaDouble, JavaFloat, JavaNumber } from '../java/java-number'
import type { JavaObject, JavaValue } from '../java/java-value'
import { numberText } from '../java/number-text'
import { quoteJson, type JsonStyle } from './quote-json'

/** A body is at most 500 deep; a list that a template put into itself has no end. */
const MAX_DEPTH = 1_000
const PIECES_IN_CHUNK = 2_000

/**
 * A value as json-smart 2.2 prints it: numbers the Java way (`100.0`), infinity as null, but NaN as NaN.
 * Objects that json-smart knows nothing of print as `{}`, as its bean writer finds nothing to show in them.
 * Errors: JavaException: ClassCastException for a char[] or byte[], IllegalAccessError for a map's entry, NullPointerException for a
 * null key, StackOverflowError for a list inside itself, OutOfMemoryError for a text longer than `maxLength` UTF-16 units.
 */
export function writeJson(value: JavaValue, style: JsonStyle, maxLength: number = DEFAULT_BUDGET.outputLength): string {
  if (typeof value === 'string') return quoteJson(value, style)
  const writer = new JsonSmartWriter(style, maxLength)
  writer.write(value, 0)
  return writer.finish()
}

class JsonSmartWriter {
  /** Joined now and then: one string built of a million pieces keeps the garbage collector busy for longer than the writing takes. */
  private pieces: string[] = []
  private readonly chunks: string[] = []
  /** UTF-16 units written so far. */
  private length = 0

  constructor(
    private readonly style: JsonStyle,
    private readonly maxLength: number,
  ) {}

  finish(): string {
    return this.chunks.join('') + this.pieces.join('')
  }

  write(value: JavaValue, depth: number): void {
    if (typeof value === 'string') this.add(quoteJson(value, this.style))
    else if (value === null || typeof value !== 'object') this.add(String(value))
    else this.writeObject(value, depth)
  }

  private add(text: string): void {
    this.length += text.length
    if (this.length > this.maxLength) throw outOfMemory()
    if (this.pieces.push(text) < PIECES_IN_CHUNK) return
    this.chunks.push(this.pieces.join(''))
    this.pieces = []
  }

  private writeObject(value: JavaObject, depth: number): void {
    if (depth > MAX_DEPTH) throw stackOverflow()
    if (value instanceof JavaMap) this.writeMap(value, depth)
    else if (value instanceof JavaList || value instanceof JavaMapView) this.writeItems(value.items, depth)
    else if (value instanceof JavaNumber) this.add(numberJson(value))
    else if (value instanceof JavaArray) this.writeItems(castArray(value).items, depth)
    else this.add(beanJson(value))
  }

  private writeItems(items: readonly JavaValue[], depth: number): void {
    this.add('[')
    for (let index = 0; index < items.length; index++) {
      if (index > 0) this.add(',')
      this.write(items[index]!, depth + 1)
    }
    this.add(']')
  }

  private writeMap(map: JavaMap, depth: number): void {
    const keys = map.keys()
    const values = map.values()
    this.add('{')
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!
      if (index > 0) this.add(',')
      this.add(quoteJson(typeof key === 'string' ? key : keyText(key), this.style))
      this.add(':')
      this.write(values[index]!, depth + 1)
    }
    this.add('}')
  }
}

function numberJson(value: JavaNumber): string {
  const isInfinite = (value instanceof JavaDouble || value instanceof JavaFloat) && Math.abs(value.value) === Infinity
  return isInfinite ? 'null' : numberText(value)
}

/** Arrays of objects and of numbers can be written; those of characters and bytes fail. */
function castArray(array: JavaArray): JavaArray {
  if (array.className === '[C' || array.className === '[B') throw classCast(array.className, '[Ljava.lang.Object;')
  return array
}

function beanJson(value: JavaObject): string {
  if (!(value instanceof JavaEntry || value instanceof JavaClass)) return '{}'
  throw new JavaException('java.lang.IllegalAccessError', `failed to access class ${value.className}`)
}

/** `toString()` of a key. Maps and arrays are too odd as keys to be told apart. */
function keyText(key: JavaValue): string {
  if (key === null) throw nullPointer('a key of the map is null')
  if (key instanceof JavaNumber) return numberText(key)
  if (key instanceof JavaChar) return key.value
  if (typeof key !== 'object') return String(key)
  return key instanceof JavaList ? writeJson(key, 'web-safe') : key.className
}

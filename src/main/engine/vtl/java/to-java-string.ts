import { DEFAULT_BUDGET } from '../budget'
import { writeJson } from '../json/write-json'
import { ClaimsMap } from './claims-map'
import { HostObject } from './host-object'
import { JavaChar } from './java-char'
import { JavaClass } from './java-class'
import { JavaEntry } from './java-entry'
import { outOfMemory } from './java-errors'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import { JavaMapView } from './java-map-view'
import { JavaNumber } from './java-number'
import type { JavaObject, JavaValue } from './java-value'
import { identityHash } from './hash-code'
import { numberText } from './number-text'
import { ValueWalk } from './value-walk'

/**
 * `toString()`: `{a=1, b=null}` for a map, `[a, b]` for a list, JSON for a `JSONArray`, `[Ljava.lang.String;@1b2c` for an array.
 * Errors: JavaException StackOverflowError for values that hold each other, OutOfMemoryError for an endless text.
 */
export function toJavaString(value: Exclude<JavaValue, null>): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if (value instanceof JavaNumber) return numberText(value)
  return new ValueWriter().write(value)
}

/** `String.valueOf(value)`. */
export function stringValueOf(value: JavaValue): string {
  return value === null ? 'null' : toJavaString(value)
}

class ValueWriter {
  private readonly walk = new ValueWalk()
  private length = 0

  write(value: JavaObject): string {
    if (value instanceof ClaimsMap) return this.count('null')
    if (value instanceof JavaMap) return this.writeMap(value)
    if (value instanceof JavaList) return this.writeList(value)
    if (value instanceof JavaMapView) return this.writeItems(value, value.items)
    if (value instanceof JavaEntry) return this.writeEntry(value.key, value.value, null)
    if (value instanceof JavaChar) return this.count(value.value)
    if (value instanceof JavaNumber) return this.count(numberText(value))
    return this.count(objectText(value))
  }

  /** `self` is the collection around it: printing it again would never end. */
  private writeElement(value: JavaValue, self: JavaObject | null, ownName: string): string {
    if (value === null) return this.count('null')
    if (typeof value !== 'object') return this.count(typeof value === 'string' ? value : String(value))
    return value === self ? this.count(ownName) : this.write(value)
  }

  private writeList(list: JavaList): string {
    if (list.className !== 'net.minidev.json.JSONArray') return this.writeItems(list, list.items)
    return this.count(writeJson(list, 'web-safe', DEFAULT_BUDGET.outputLength - this.length))
  }

  private writeItems(self: JavaObject, items: readonly JavaValue[]): string {
    this.walk.enter(items.length)
    let text = '['
    for (let index = 0; index < items.length; index++) {
      if (index > 0) text += ', '
      text += this.writeElement(items[index] ?? null, self, '(this Collection)')
    }
    this.walk.leave()
    return `${text}]`
  }

  private writeMap(map: JavaMap): string {
    this.walk.enter(map.size)
    let text = '{'
    for (const [key, value] of map.entries()) {
      if (text !== '{') text += ', '
      text += this.writeEntry(key, value, map)
    }
    this.walk.leave()
    return `${text}}`
  }

  private writeEntry(key: JavaValue, value: JavaValue, self: JavaObject | null): string {
    this.walk.enter(2)
    const text = `${this.writeElement(key, self, '(this Map)')}=${this.writeElement(value, self, '(this Map)')}`
    this.walk.leave()
    return text
  }

  private count(text: string): string {
    this.length += text.length + 2
    if (this.length > DEFAULT_BUDGET.outputLength) throw outOfMemory()
    return text
  }
}

function objectText(value: JavaObject): string {
  if (value instanceof JavaClass) return `class ${value.name}`
  if (value instanceof HostObject && Object.hasOwn(value.methods, 'toString')) {
    const text = value.methods['toString']?.()
    if (typeof text === 'string') return text
  }
  return `${value.className}@${identityHash(value).toString(16)}`
}

import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { JavaNumber } from '../java/java-number'
import type { JavaValue } from '../java/java-value'
import { numberText } from '../java/number-text'

/** A value with the classes of its numbers and lists, as in `{a: Integer 1, b: JSONArray ["x", null]}`. */
export function typedText(value: JavaValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return `Integer ${Object.is(value, -0) ? '-0' : value}`
  const name = value.className.slice(value.className.lastIndexOf('.') + 1)
  if (value instanceof JavaNumber) return `${name} ${numberText(value)}`
  if (value instanceof JavaList) return `${name} [${value.items.map(typedText).join(', ')}]`
  if (value instanceof JavaMap) return `{${value.entries().map(memberText).join(', ')}}`
  return name
}

function memberText([key, value]: [JavaValue, JavaValue]): string {
  return `${typeof key === 'string' ? key : typedText(key)}: ${typedText(value)}`
}

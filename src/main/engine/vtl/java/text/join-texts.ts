import { classNameOf } from '../class-name'
import { checkLength, classCast } from '../java-errors'
import type { JavaValue } from '../java-value'

/** `String.join`: null is "null". Errors: ClassCastException for anything but strings. */
export function joinTexts(separator: string, parts: readonly JavaValue[]): string {
  const texts = parts.map(joinedText)
  checkLength(texts.reduce((length, text) => length + text.length + separator.length, 0))
  return texts.join(separator)
}

function joinedText(value: JavaValue): string {
  if (value === null || typeof value === 'string') return value ?? 'null'
  throw classCast(classNameOf(value), 'java.lang.CharSequence')
}

/** `concat(String)`. */
export function concat(text: string, other: string): string {
  checkLength(text.length + other.length)
  return text + other
}

/** `replace(CharSequence, CharSequence)`: each part that is there; "" is before, between and after all units. */
export function replaceText(text: string, target: string, replacement: string): string {
  if (replacement.length > target.length) {
    checkLength(text.length + countOf(text, target) * (replacement.length - target.length))
  }
  return text.replaceAll(target, replacement.replaceAll('$', '$$$$'))
}

function countOf(text: string, part: string): number {
  if (part === '') return text.length + 1
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

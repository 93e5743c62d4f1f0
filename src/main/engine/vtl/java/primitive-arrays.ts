import { JavaArray } from './java-array'
import { JavaChar } from './java-char'
import { checkArrayLength } from './java-errors'
import { JavaByte } from './java-number'

const CHARACTERS = 0x10000
const chars: JavaChar[] = []

/** The one object that stands for this unit in arrays. */
function sharedChar(unit: number): JavaChar {
  return (chars[unit % CHARACTERS] ??= new JavaChar(String.fromCharCode(unit)))
}

/** A `char[]` with the UTF-16 units of a text. */
export function charArray(text: string): JavaArray {
  checkArrayLength(text.length)
  return new JavaArray(
    Array.from({ length: text.length }, (_, index) => sharedChar(text.charCodeAt(index))),
    '[C',
  )
}

/** The text of a `char[]`. */
export function unitsOf(array: JavaArray): string {
  return array.items.map((item) => (item instanceof JavaChar ? item.value : '')).join('')
}

/** A `byte[]`; 255 becomes -1, as bytes have a sign in Java. */
export function byteArray(bytes: readonly number[]): JavaArray {
  checkArrayLength(bytes.length)
  return new JavaArray(
    bytes.map((byte) => new JavaByte((byte << 24) >> 24)),
    '[B',
  )
}

/** A `String[]`. */
export function stringArray(texts: readonly string[]): JavaArray {
  return new JavaArray([...texts], '[Ljava.lang.String;')
}

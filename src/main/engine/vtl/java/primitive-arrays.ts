import { JavaArray } from './java-array'
import { JavaChar } from './java-char'
import { JavaByte } from './java-number'

/** A `char[]` with the UTF-16 units of a text. */
export function charArray(text: string): JavaArray {
  return new JavaArray(
    Array.from({ length: text.length }, (_, index) => new JavaChar(text[index]!)),
    '[C',
  )
}

/** The text of a `char[]`. */
export function unitsOf(array: JavaArray): string {
  return array.items.map((item) => (item instanceof JavaChar ? item.value : '')).join('')
}

/** A `byte[]`; 255 becomes -1, as bytes have a sign in Java. */
export function byteArray(bytes: readonly number[]): JavaArray {
  return new JavaArray(
    bytes.map((byte) => new JavaByte((byte << 24) >> 24)),
    '[B',
  )
}

/** A `String[]`. */
export function stringArray(texts: readonly string[]): JavaArray {
  return new JavaArray([...texts], '[Ljava.lang.String;')
}

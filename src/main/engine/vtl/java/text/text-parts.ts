import { JavaException } from '../java-exception'

function outOfRange(message: string): JavaException {
  return new JavaException('java.lang.StringIndexOutOfBoundsException', message)
}

function outOfBounds(): JavaException {
  return new JavaException('java.lang.IndexOutOfBoundsException', 'null')
}

/** `charAt(int)`. Errors, here and below: StringIndexOutOfBoundsException or IndexOutOfBoundsException, as JDK 17 throws them. */
export function unitAt(text: string, index: number): string {
  if (index < 0 || index >= text.length) throw outOfRange(`String index out of range: ${index}`)
  return text[index]!
}

/** `substring(int, int)`. */
export function substring(text: string, from: number, to: number): string {
  if (from < 0 || from > to || to > text.length) throw outOfRange(`begin ${from}, end ${to}, length ${text.length}`)
  return text.slice(from, to)
}

/** `String.valueOf(char[], int, int)` of the characters of this text. */
export function textSlice(text: string, offset: number, count: number): string {
  if (offset < 0 || count < 0 || offset > text.length - count) {
    throw outOfRange(`offset ${offset}, count ${count}, length ${text.length}`)
  }
  return text.slice(offset, offset + count)
}

/** `codePointAt(int)`. */
export function codePointAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) throw outOfRange(`index ${index}, length ${text.length}`)
  return text.codePointAt(index)!
}

/** `codePointBefore(int)`. */
export function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length) throw outOfRange(`String index out of range: ${index}`)
  const pair = index > 1 ? text.codePointAt(index - 2)! : 0
  return pair > 0xffff ? pair : text.charCodeAt(index - 1)
}

/** `codePointCount(int, int)`. */
export function codePointCount(text: string, from: number, to: number): number {
  if (from < 0 || from > to || to > text.length) throw outOfBounds()
  let count = 0
  for (let index = from; index < to; index++) {
    count++
    if (index + 1 < to && text.codePointAt(index)! > 0xffff) index++
  }
  return count
}

/** `offsetByCodePoints(int, int)`. */
export function offsetByCodePoints(text: string, from: number, count: number): number {
  if (from < 0 || from > text.length) throw outOfBounds()
  let index = from
  for (let left = count; left > 0; left--) {
    if (index >= text.length) throw outOfBounds()
    index += text.codePointAt(index)! > 0xffff ? 2 : 1
  }
  for (let left = count; left < 0; left++) {
    if (index <= 0) throw outOfBounds()
    index -= codePointBefore(text, index) > 0xffff ? 2 : 1
  }
  return index
}

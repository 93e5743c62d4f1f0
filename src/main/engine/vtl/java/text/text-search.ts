import { foldCodePoint } from './character-case'

/** A character as `indexOf(int)` takes it; null for a number that is none. */
function characterOf(codePoint: number): string | null {
  if (codePoint < 0 || codePoint > 0x10ffff) return null
  return String.fromCodePoint(codePoint)
}

/** `indexOf(int, int)`. */
export function indexOfCharacter(text: string, codePoint: number, from = 0): number {
  const character = characterOf(codePoint)
  return character === null ? -1 : from >= text.length ? -1 : text.indexOf(character, Math.max(from, 0))
}

/** `lastIndexOf(int, int)`. */
export function lastIndexOfCharacter(text: string, codePoint: number, from = Infinity): number {
  const character = characterOf(codePoint)
  return character === null || from < 0 ? -1 : text.lastIndexOf(character, from)
}

/** `lastIndexOf(String, int)`: JavaScript takes a negative start for zero, Java for nowhere. */
export function lastIndexOfText(text: string, part: string, from = Infinity): number {
  return from < 0 ? -1 : text.lastIndexOf(part, from)
}

/** `indexOf(String, int)`. */
export function indexOfText(text: string, part: string, from: number): number {
  return text.indexOf(part, Math.max(from, 0))
}

/** `compareTo`: the difference of the first units that differ, else of the lengths. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** `compareToIgnoreCase`. */
export function compareIgnoringCase(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.codePointAt(index)!
    const right = b.codePointAt(index)!
    const difference = left === right ? 0 : foldCodePoint(left) - foldCodePoint(right)
    if (difference !== 0) return difference
    if (left > 0xffff) index++
  }
  return a.length - b.length
}

/** `equalsIgnoreCase`. */
export function equalsIgnoringCase(a: string, b: string): boolean {
  return a.length === b.length && compareIgnoringCase(a, b) === 0
}

/** `regionMatches`. */
export function regionMatches(
  text: string,
  isCaseIgnored: boolean,
  textAt: number,
  other: string,
  otherAt: number,
  length: number,
): boolean {
  if (otherAt < 0 || textAt < 0 || textAt > text.length - length || otherAt > other.length - length) return false
  const left = text.slice(textAt, textAt + Math.max(length, 0))
  const right = other.slice(otherAt, otherAt + Math.max(length, 0))
  return isCaseIgnored ? equalsIgnoringCase(left, right) : left === right
}

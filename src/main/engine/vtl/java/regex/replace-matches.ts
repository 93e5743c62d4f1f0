import { checkLength, nullPointer } from '../java-errors'
import { javaRegex, matchesIn } from './java-regex'
import { parseReplacement, type ReplacementPart } from './replacement'

/** `text.replaceAll(pattern, replacement)`. Errors: those of the pattern, and of the replacement when something matches. */
export function replaceAllMatches(text: string, pattern: string, replacement: string | null): string {
  return replaceMatches(text, pattern, replacement, Infinity)
}

/** `text.replaceFirst(pattern, replacement)`. */
export function replaceFirstMatch(text: string, pattern: string, replacement: string | null): string {
  return replaceMatches(text, pattern, replacement, 1)
}

function replaceMatches(text: string, pattern: string, replacement: string | null, most: number): string {
  const program = javaRegex(pattern)
  let parts: ReplacementPart[] | null = null
  let written = ''
  let done = 0
  let count = 0
  for (const slots of matchesIn(program, text)) {
    if (replacement === null) throw nullPointer('replacement')
    parts ??= parseReplacement(replacement, program)
    written += text.slice(done, slots[0]) + replacementText(parts, slots, text)
    checkLength(written.length)
    done = slots[1]!
    if (++count === most) break
  }
  return count === 0 ? text : written + text.slice(done)
}

function replacementText(parts: readonly ReplacementPart[], slots: Int32Array, text: string): string {
  let written = ''
  for (const part of parts) {
    if (typeof part === 'string') written += part
    else if (slots[2 * part]! >= 0 && slots[2 * part + 1]! >= 0)
      written += text.slice(slots[2 * part], slots[2 * part + 1])
  }
  return written
}

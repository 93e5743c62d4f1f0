import { checkArrayLength } from '../java-errors'
import { javaRegex, matchesIn } from './java-regex'

/**
 * `text.split(pattern, limit)`: a limit above zero is the most parts, zero drops the empty parts at the end, below zero keeps them.
 * Errors: PatternSyntaxException.
 */
export function splitText(text: string, pattern: string, limit: number): string[] {
  const parts: string[] = []
  let from = 0
  for (const slots of matchesIn(javaRegex(pattern), text)) {
    if (limit > 0 && parts.length === limit - 1) break
    const start = slots[0]!
    const end = slots[1]!
    // Nothing is split off at the start by a match of nothing.
    if (from === 0 && start === 0 && end === 0) continue
    parts.push(text.slice(from, start))
    checkArrayLength(parts.length)
    from = end
  }
  if (from === 0 && parts.length === 0) return [text]
  parts.push(text.slice(from))
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop()
  return parts
}

/** Replace `start` to `end` of the text before. */
export interface SmallestEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The one replacement that makes `after` of `before`, without what both begin and end with. Null when they are equal. */
export function smallestEdit(before: string, after: string): SmallestEdit | null {
  if (before === after) return null
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < limit - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  // Both halves of a character outside of the basic plane stay together.
  if (isHighSurrogate(before, start - 1)) start -= 1
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail -= 1
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

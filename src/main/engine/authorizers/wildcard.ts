/**
 * Whether a text matches a pattern in which `*` stands for any run of characters, slashes and colons included, and `?` for exactly one.
 * Takes time in proportion to both lengths multiplied, at worst.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0
  let next = 0
  /** Where the last `*` was, and up to where it has taken the text: the only place worth going back to. */
  let star = -1
  let taken = 0
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next++
      taken = at
    } else if (next < pattern.length && (pattern[next] === '?' || pattern[next] === text[at])) {
      next++
      at++
    } else if (star >= 0) {
      next = star + 1
      at = ++taken
    } else {
      return false
    }
  }
  while (pattern[next] === '*') next++
  return next === pattern.length
}

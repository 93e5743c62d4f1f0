/**
 * What each `*` of a glob stands for in a text: as little as possible, a last one all that is left; null when the text holds no such
 * thing anywhere. Takes one look at the text, whatever the glob is.
 * Source: observability-and-cost.md 3.3.
 */
export function globMatch(glob: string, text: string): readonly string[] | null {
  const literals = glob.split('*')
  const first = literals[0]!
  let at = text.indexOf(first)
  if (at === -1) return null
  at += first.length
  const found: string[] = []
  for (let index = 1; index < literals.length; index++) {
    const literal = literals[index]!
    const isLast = index === literals.length - 1
    const end = literal === '' && isLast ? text.length : text.indexOf(literal, at)
    if (end === -1) return null
    found.push(text.slice(at, end))
    at = end + literal.length
  }
  return found
}

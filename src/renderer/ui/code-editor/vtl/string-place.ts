import { chainEndingAt, nameBefore, type Chain } from './chain'

/** A place inside of a text in quotes that is an argument: `$input.path('$.it|` or `$item['sk|`. */
export interface StringPlace {
  /** What the method or the index is of. */
  readonly owner: Chain
  /** "path"; null for an index. */
  readonly method: string | null
  readonly quote: '"' | "'"
  /** Offset after the opening quote. */
  readonly start: number
}

const MAX_LENGTH = 2_000

/** Where in a string argument this offset is, or null when it is in none. Looks back on its own line only. */
export function stringPlaceAt(text: string, offset: number): StringPlace | null {
  const earliest = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - MAX_LENGTH)
  for (let at = offset - 1; at > earliest; at -= 1) {
    const quote = text[at]
    if (quote !== '"' && quote !== "'") continue
    const place = placeAfterQuote(text, at, quote)
    if (place !== null) return closes(text, place, offset) ? null : place
  }
  return null
}

function placeAfterQuote(text: string, at: number, quote: '"' | "'"): StringPlace | null {
  let open = at - 1
  while (text[open] === ' ') open -= 1
  if (text[open] === '[') {
    const owner = chainEndingAt(text, open)
    return owner && { owner, method: null, quote, start: at + 1 }
  }
  if (text[open] !== '(') return null
  const method = nameBefore(text, open)
  if (method === null || text[method.start - 1] !== '.') return null
  const owner = chainEndingAt(text, method.start - 1)
  return owner && { owner, method: method.name, quote, start: at + 1 }
}

/** Whether the text in quotes ends before the offset; two quotes in a row are one of the text. */
function closes(text: string, { quote, start }: StringPlace, offset: number): boolean {
  for (let at = start; at < offset; at += 1) {
    if (text[at] !== quote) continue
    if (text[at + 1] !== quote || at + 1 >= offset) return true
    at += 1
  }
  return false
}

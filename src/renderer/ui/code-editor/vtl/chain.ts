import type { EditorSpan } from '../code-editor-props'

/** A reference: `$item.lines[0].get('sku')`. */
export interface Chain {
  /** Offset of the dollar sign. */
  readonly start: number
  readonly end: number
  readonly variable: Named
  readonly links: readonly Link[]
}

interface Named extends EditorSpan {
  readonly name: string
}

export type Link = MemberLink | IndexLink

/** `.lines`, or `.get('sku')` with what stands between its parentheses. The span is the name's. */
export interface MemberLink extends Named {
  readonly kind: 'member'
  readonly args: string | null
}

/** `[0]`, with what stands between the brackets. */
export interface IndexLink extends EditorSpan {
  readonly kind: 'index'
  readonly args: string
}

const NAME_CHAR = /[\w-]/
const MAX_LINKS = 40
const MAX_ARGS = 2_000

/** The name that ends at `end`, or null. */
export function nameBefore(text: string, end: number): Named | null {
  let start = end
  while (start > 0 && NAME_CHAR.test(text[start - 1]!)) start -= 1
  // A name begins with a letter: in "3-a" only a does.
  while (start < end && !/[A-Za-z_]/.test(text[start]!)) start += 1
  return start === end ? null : { name: text.slice(start, end), start, end }
}

/** Whether a reference's name may begin here, after `$`, `$!`, `${` or `$!{`: the dollar sign's offset, or null. */
export function dollarBefore(text: string, nameStart: number): number | null {
  let at = nameStart
  if (text[at - 1] === '{') at -= 1
  if (text[at - 1] === '!') at -= 1
  return text[at - 1] === '$' ? at - 1 : null
}

/** The whole reference whose last character is before `end`. Read backwards, so that nothing earlier can mislead. Null when there is none. */
export function chainEndingAt(text: string, end: number): Chain | null {
  const links: Link[] = []
  let at = end
  while (links.length < MAX_LINKS) {
    const index = text[at - 1] === ']' ? indexBefore(text, at) : null
    if (index !== null) {
      links.unshift(index)
      at = index.start
      continue
    }
    const open = text[at - 1] === ')' ? openBefore(text, at - 1) : at
    const name = open === null ? null : nameBefore(text, open)
    if (open === null || name === null) return null
    const args = open === at ? null : text.slice(open + 1, at - 1)
    if (text[name.start - 1] === '.') {
      links.unshift({ kind: 'member', ...name, args })
      at = name.start - 1
      continue
    }
    const start = dollarBefore(text, name.start)
    return start === null || args !== null ? null : { start, end, variable: name, links }
  }
  return null
}

function indexBefore(text: string, end: number): IndexLink | null {
  const open = openBefore(text, end - 1)
  return open === null ? null : { kind: 'index', start: open, end, args: text.slice(open + 1, end - 1) }
}

/** The bracket that the one at `close` closes. Quotes are skipped. */
function openBefore(text: string, close: number): number | null {
  let depth = 0
  let quote = ''
  for (let at = close; at >= Math.max(0, close - MAX_ARGS); at -= 1) {
    const char = text[at]!
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === ')' || char === ']') depth += 1
    else if (char === '(' || char === '[') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return null
}

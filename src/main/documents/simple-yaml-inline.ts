import { plainScalar } from './plain-scalar'
import type { JsonValue, SourceItem, SourceNode, SourcePair, SourceScalar } from './source-tree'

/** Ends the quick reading: the text is left to the full reader. Never leaves `readSimpleYaml`. */
export class OutsideSubset extends Error {}

export interface InlineKey {
  readonly name: string
  readonly colonEnd: number
}

const LONGEST_KEY = 1000

/** A key with its colon at `at`, or null where there is none on the line. */
export function readInlineKey(text: string, at: number, lineEnd: number): InlineKey | null {
  const quote = text.charCodeAt(at)
  if (quote === 0x22 || quote === 0x27) {
    const { value, end } = readQuoted(text, at, lineEnd)
    return text.charCodeAt(end) === 0x3a && endsKey(text, end, lineEnd)
      ? { name: String(value), colonEnd: end + 1 }
      : null
  }
  let colon = text.indexOf(':', at)
  while (colon >= 0 && colon < lineEnd && !endsKey(text, colon, lineEnd)) colon = text.indexOf(':', colon + 1)
  if (colon < 0 || colon >= lineEnd) return null
  const name = text.slice(at, colon)
  if (!isPlainStart(name, 0) || name.length > LONGEST_KEY || name === '<<' || /\s#|\s$|\t/.test(name))
    throw new OutsideSubset()
  return { name, colonEnd: colon + 1 }
}

function endsKey(text: string, colon: number, lineEnd: number): boolean {
  return colon + 1 >= lineEnd || text.charCodeAt(colon + 1) === 0x20
}

/** A scalar or a collection in brackets that fills the rest of the line, but for a comment. */
export function readInline(text: string, at: number, lineEnd: number, maxDepth: number): SourceNode {
  const node = isBracket(text, at) ? readFlow(text, at, lineEnd, maxDepth) : readLineScalar(text, at, lineEnd)
  const rest = text.slice(node.end, lineEnd)
  if (!/^(?: +#.*| *)$/.test(rest)) throw new OutsideSubset()
  return node
}

function readLineScalar(text: string, at: number, lineEnd: number): SourceScalar {
  const quote = text.charCodeAt(at)
  if (quote === 0x22 || quote === 0x27) return readQuoted(text, at, lineEnd)
  const line = text.slice(at, lineEnd)
  const comment = line.indexOf(' #')
  const word = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  if (!isPlainStart(word, 0) || word.includes(': ') || word.endsWith(':') || word.includes('\t'))
    throw new OutsideSubset()
  return plain(word, at)
}

function plain(word: string, start: number): SourceScalar {
  const value = plainScalar(word)
  if (value === undefined) throw new OutsideSubset()
  return { kind: 'scalar', value, isBlock: false, start, end: start + word.length }
}

function isPlainStart(text: string, at: number): boolean {
  const first = text[at] ?? ' '
  if (first === '-' || first === '?') return /[^\s,[\]{}]/.test(text[at + 1] ?? ' ')
  return !/[\s:,[\]{}#&*!|>'"%@`]/.test(first)
}

function readQuoted(text: string, start: number, lineEnd: number): SourceScalar {
  const isSingle = text.charCodeAt(start) === 0x27
  const form = isSingle ? /'(?:[^'\n]|'')*'/y : /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"/y
  form.lastIndex = start
  const literal = form.exec(text)?.[0]
  if (literal === undefined || start + literal.length > lineEnd || literal.includes('\t')) throw new OutsideSubset()
  return { kind: 'scalar', value: unquote(literal, isSingle), isBlock: false, start, end: start + literal.length }
}

function unquote(literal: string, isSingle: boolean): string {
  const inner = literal.slice(1, -1)
  if (isSingle) return inner.replaceAll("''", "'")
  if (!inner.includes('\\')) return inner
  if (/\p{Cc}/u.test(inner)) throw new OutsideSubset()
  const value: unknown = JSON.parse(literal)
  return String(value)
}

function isBracket(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x5b || code === 0x7b
}

function readFlow(text: string, start: number, lineEnd: number, depth: number): SourceNode {
  if (depth <= 0) throw new OutsideSubset()
  if (text.charCodeAt(start) === 0x7b) return readFlowMap(text, start, lineEnd, depth)
  const items: SourceItem[] = []
  const end = readMembers(text, start, lineEnd, ']', (at) => {
    const value = readFlowValue(text, at, lineEnd, depth)
    items.push({ itemStart: at, value })
    return value.end
  })
  return { kind: 'sequence', value: items.map((item) => item.value.value), isFlow: true, items, start, end }
}

function readFlowMap(text: string, start: number, lineEnd: number, depth: number): SourceNode {
  const pairs: SourcePair[] = []
  const members: Record<string, JsonValue> = {}
  const end = readMembers(text, start, lineEnd, '}', (at) => {
    const key = readInlineKey(text, at, lineEnd)
    if (!key || key.name === '__proto__' || Object.hasOwn(members, key.name)) throw new OutsideSubset()
    if (/[,[\]{}]/.test(text.slice(at, key.colonEnd)) && !/["']/.test(text[at] ?? '')) throw new OutsideSubset()
    const value = readFlowValue(text, skipSpaces(text, key.colonEnd), lineEnd, depth)
    members[key.name] = value.value
    pairs.push({ key: key.name, keyStart: at, colonEnd: key.colonEnd, value })
    return value.end
  })
  return { kind: 'map', value: members, isFlow: true, isIrregular: false, pairs, start, end }
}

/** Members between brackets; `readMember` returns where each ends. Returns the end of the whole. */
function readMembers(
  text: string,
  start: number,
  lineEnd: number,
  closing: string,
  readMember: (at: number) => number,
): number {
  let at = skipSpaces(text, start + 1)
  if (text[at] === closing) return at + 1
  for (;;) {
    at = skipSpaces(text, readMember(at))
    if (at >= lineEnd) throw new OutsideSubset()
    if (text[at] === closing) return at + 1
    if (text[at] !== ',') throw new OutsideSubset()
    at = skipSpaces(text, at + 1)
  }
}

function readFlowValue(text: string, at: number, lineEnd: number, depth: number): SourceNode {
  if (isBracket(text, at)) return readFlow(text, at, lineEnd, depth - 1)
  const quote = text.charCodeAt(at)
  if (quote === 0x22 || quote === 0x27) return readQuoted(text, at, lineEnd)
  const form = /[^,[\]{}\n:#\t]*/y
  form.lastIndex = at
  const word = (form.exec(text)?.[0] ?? '').trimEnd()
  if (!isPlainStart(word, 0)) throw new OutsideSubset()
  // A colon or "#" within a word has rules of its own in brackets.
  if (/[:#\t]/.test(text[at + word.length] ?? '')) throw new OutsideSubset()
  return plain(word, at)
}

function skipSpaces(text: string, offset: number): number {
  let at = offset
  while (text.charCodeAt(at) === 0x20) at++
  return at
}

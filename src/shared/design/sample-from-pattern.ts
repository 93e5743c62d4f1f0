/** Characters of a sample at most; a pattern that needs more gives none. */
const LONGEST = 400
const DEEPEST = 40
const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const WORD = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_`
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const REPEATS = /\{(\d{1,4})(?:(,)(\d{0,4}))?\}/y
const UNICODE = /[0-9a-fA-F]{4}/y

/**
 * A text that a regular expression of a JSON Schema matches: "^[A-Z]{3}-[0-9]+$" -> "ABC-0". Null for what is not understood
 * (lookaround, back references, Unicode classes) and for patterns whose shortest text is very long.
 */
export function sampleFromPattern(pattern: string): string | null {
  const reader: Reader = { pattern, at: 0, depth: 0, isBroken: pattern.length > 2000 }
  const text = readAlternatives(reader)
  return reader.isBroken || reader.at < pattern.length || text.length > LONGEST ? null : text
}

interface Reader {
  readonly pattern: string
  at: number
  depth: number
  isBroken: boolean
}

/** The first of the alternatives; the others are read over. */
function readAlternatives(reader: Reader): string {
  let first: string | null = null
  do {
    const text = readSequence(reader)
    first ??= text
  } while (takes(reader, '|'))
  return first
}

function readSequence(reader: Reader): string {
  const { pattern } = reader
  let text = ''
  while (!reader.isBroken && reader.at < pattern.length && !'|)'.includes(pattern.charAt(reader.at))) {
    const part = readPart(reader)
    const count = readCount(reader)
    if (text.length + shortestOf(part) * count > LONGEST) return broken(reader)
    text += typeof part === 'string' ? part.repeat(count) : pick(part, count)
  }
  return text
}

/** A text, or the characters that one place may hold. */
type Part = string | readonly string[]

function shortestOf(part: Part): number {
  return typeof part === 'string' ? part.length : 1
}

/** Different characters in a row read better than one over and over. */
function pick(characters: readonly string[], count: number): string {
  return Array.from({ length: count }, (_, index) => characters[index % characters.length] ?? '').join('')
}

function readPart(reader: Reader): Part {
  const character = reader.pattern.charAt(reader.at++)
  switch (character) {
    case '^':
    case '$':
      return ''
    case '.':
      return [...LETTERS]
    case '(':
      return readGroup(reader)
    case '[':
      return readClass(reader)
    case '\\':
      return readEscape(reader)
    case '*':
    case '+':
    case '?':
      return broken(reader)
    default:
      return character
  }
}

function readGroup(reader: Reader): string {
  const { pattern } = reader
  if (pattern.startsWith('?', reader.at)) {
    if (!pattern.startsWith('?:', reader.at)) return broken(reader)
    reader.at += 2
  }
  reader.depth += 1
  if (reader.depth > DEEPEST) return broken(reader)
  const text = readAlternatives(reader)
  reader.depth -= 1
  return takes(reader, ')') ? text : broken(reader)
}

const CLASSES: Readonly<Record<string, string>> = { d: DIGITS, w: WORD, s: ' ' }
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function readEscape(reader: Reader): Part {
  const { pattern } = reader
  const character = pattern.charAt(reader.at++)
  if (Object.hasOwn(CLASSES, character)) return [...CLASSES[character]!]
  if (Object.hasOwn(CONTROLS, character)) return CONTROLS[character]!
  if ('DWS'.includes(character) && character !== '') return without(CLASSES[character.toLowerCase()]!)
  if (character === 'u') {
    UNICODE.lastIndex = reader.at
    const [digits] = UNICODE.exec(pattern) ?? []
    if (digits === undefined) return broken(reader)
    reader.at += 4
    return String.fromCharCode(Number.parseInt(digits, 16))
  }
  // Anchors, back references and what else letters and digits stand for.
  return /^[A-Za-z0-9]?$/.test(character) ? broken(reader) : character
}

function readClass(reader: Reader): readonly string[] {
  const { pattern } = reader
  const isNegated = takes(reader, '^')
  let characters = ''
  while (reader.at < pattern.length && !pattern.startsWith(']', reader.at)) {
    const from = readClassMember(reader)
    const isRange = from.length === 1 && pattern.startsWith('-', reader.at) && !pattern.startsWith('-]', reader.at)
    if (!isRange) {
      characters += from
      continue
    }
    reader.at += 1
    characters += rangeOf(from, readClassMember(reader))
  }
  if (!takes(reader, ']') || reader.isBroken) return [broken(reader)]
  const found = isNegated ? without(characters) : [...characters]
  return found.length === 0 ? [broken(reader)] : found
}

function readClassMember(reader: Reader): string {
  const character = reader.pattern.charAt(reader.at++)
  if (character !== '\\') return character
  if (takes(reader, 'b')) return '\b'
  const part = readEscape(reader)
  return typeof part === 'string' ? part : part.join('')
}

/** At most the first hundred: more are not needed for a sample. */
function rangeOf(from: string, to: string): string {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)]
  if (to.length !== 1 || last < first) return ''
  const length = Math.min(100, last - first + 1)
  return Array.from({ length }, (_, index) => String.fromCharCode(first + index)).join('')
}

/** Letters first, so that a sample is readable. */
function without(characters: string): string[] {
  return [...new Set([...WORD, ...PRINTABLE])].filter((character) => !characters.includes(character))
}

/** How often the part before is repeated at least; once where that would be never, unless it must be. */
function readCount(reader: Reader): number {
  const { pattern } = reader
  let count = 1
  REPEATS.lastIndex = reader.at
  const repeats = REPEATS.exec(pattern)
  if (repeats !== null) {
    const [whole, least = '0', comma, most = ''] = repeats
    reader.at += whole.length
    const upTo = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)
    count = Math.min(upTo, Math.max(Number(least), 1))
  } else if (!takes(reader, '*') && !takes(reader, '+') && !takes(reader, '?')) return count
  takes(reader, '?')
  return count
}

function takes(reader: Reader, character: string): boolean {
  if (!reader.pattern.startsWith(character, reader.at)) return false
  reader.at += character.length
  return true
}

function broken(reader: Reader): string {
  reader.isBroken = true
  reader.at = reader.pattern.length
  return ''
}

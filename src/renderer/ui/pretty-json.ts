/** A JSON text with line breaks and indents of its own, token by token: numbers and escapes stay as they are written. */
export interface PrettyJson {
  readonly text: string
  /** Where in the original text a place of `text` comes from. */
  originalOf(offset: number): number
  /** Where in `text` a place of the original text has gone. */
  prettyOf(offset: number): number
}

/** Beyond this depth nothing is indented further: a hostile text must not grow with the square of its length. */
const MAX_INDENT = 64

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

/** null for a text that is not JSON. */
export function prettyJson(text: string): PrettyJson | null {
  if (!isJson(text)) return null
  const tokens: Token[] = []
  let pretty = ''
  let depth = 0
  let before = ''
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (isClosing(token)) depth--
    pretty += gap(before, token, depth)
    tokens.push({ text: token, from: index, to: pretty.length })
    pretty += token
    if (token === '{' || token === '[') depth++
    before = token
  }
  return {
    text: pretty,
    originalOf: (offset) => move(tokens, offset, 'to', 'from'),
    prettyOf: (offset) => move(tokens, offset, 'from', 'to'),
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isClosing(token: string): boolean {
  return token === '}' || token === ']'
}

/** What stands between two tokens. */
function gap(before: string, token: string, depth: number): string {
  const line = `\n${'  '.repeat(Math.min(depth, MAX_INDENT))}`
  if (before === ':') return ' '
  if (before === '{' || before === '[') return isClosing(token) ? '' : line
  return isClosing(token) || before === ',' ? line : ''
}

/** The place in the other text: inside of the token that begins last before `offset`. */
function move(tokens: readonly Token[], offset: number, by: 'from' | 'to', other: 'from' | 'to'): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.[by] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const token = tokens[low - 1]
  return token === undefined ? 0 : token[other] + Math.min(offset - token[by], token.text.length)
}

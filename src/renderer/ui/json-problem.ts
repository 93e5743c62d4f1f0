/** Where a JSON text breaks, both from 1, and what was expected there. */
export interface JsonProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

export type ParsedJson = { readonly value: unknown } | { readonly problem: JsonProblem }

/** Parse a JSON text; engines word their errors differently and often leave the place out, so the place is found here. */
export function parseJson(text: string): ParsedJson {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    const { at, message } = firstFault(text)
    const before = text.slice(0, at).split('\n')
    return { problem: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message } }
  }
}

interface Fault {
  readonly at: number
  readonly message: string
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/uy
const SPACE = /[ \t\r\n]*/y

/** Reads the text as a grammar would, without recursion, and returns the first place that does not fit. */
function firstFault(text: string): Fault {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    const tokenAt = skipSpace(text, at)
    if (match === null) return { at: tokenAt, message: faultText(text, tokenAt, expected) }
    const [, mark, string] = match
    const kind = mark ?? (string === undefined ? 'literal' : 'string')
    const next = step(expected, kind, open)
    if (next === null) return { at: tokenAt, message: `${EXPECTED[expected]} is expected here` }
    expected = next
    at = TOKEN.lastIndex
  }
}

type Expected = 'value' | 'value-or-close' | 'key-or-close' | 'key' | 'colon' | 'comma-or-close' | 'end'

const EXPECTED: { readonly [state in Expected]: string } = {
  value: 'A value',
  'value-or-close': 'A value or ]',
  'key-or-close': 'A name in double quotes or }',
  key: 'A name in double quotes',
  colon: 'A colon',
  'comma-or-close': 'A comma or a closing bracket',
  end: 'Nothing more',
}

/** What may follow a token, or null when the token may not stand there. */
function step(expected: Expected, kind: string, open: string[]): Expected | null {
  const isValue = kind === 'string' || kind === 'literal'
  switch (expected) {
    case 'value':
    case 'value-or-close':
      if (isValue) return afterValue(open)
      if (kind === ']' && expected === 'value-or-close') return close(open)
      if (kind === '{' || kind === '[') {
        open.push(kind)
        return kind === '{' ? 'key-or-close' : 'value-or-close'
      }
      return null
    case 'key':
    case 'key-or-close':
      if (kind === 'string') return 'colon'
      return kind === '}' && expected === 'key-or-close' ? close(open) : null
    case 'colon':
      return kind === ':' ? 'value' : null
    case 'comma-or-close':
      if (kind === ',') return open.at(-1) === '{' ? 'key' : 'value'
      return kind === (open.at(-1) === '{' ? '}' : ']') ? close(open) : null
    case 'end':
      return null
  }
}

function close(open: string[]): Expected {
  open.pop()
  return afterValue(open)
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'end' : 'comma-or-close'
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.exec(text)
  return SPACE.lastIndex
}

function faultText(text: string, at: number, expected: Expected): string {
  if (at >= text.length)
    return expected === 'comma-or-close'
      ? 'A closing bracket is missing at the end'
      : `${EXPECTED[expected]} is missing at the end`
  if (text[at] === '"') return 'This text has no closing quote, or an escape that JSON does not know'
  if (text[at] === "'") return 'Texts are in double quotes'
  return `${EXPECTED[expected]} is expected here`
}

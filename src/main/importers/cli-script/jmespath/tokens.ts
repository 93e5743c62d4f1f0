import { ExpressionProblem } from './expression'

export interface Token {
  /** "identifier", "number", "literal", or the sign itself, as in "[?". */
  readonly type: string
  readonly value?: unknown
}

const SIGNS = [
  '[?',
  '[]',
  '||',
  '&&',
  '==',
  '!=',
  '<=',
  '>=',
  '.',
  '*',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  ',',
  ':',
  '|',
  '&',
  '<',
  '>',
  '!',
  '@',
]

/** The tokens of an expression; throws ExpressionProblem for what is none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const blank = /^\s+/.exec(rest)?.[0]
    if (blank !== undefined) {
      at += blank.length
      continue
    }
    const [token, length] = nextToken(rest)
    tokens.push(token)
    at += length
  }
  return tokens
}

function nextToken(rest: string): [Token, number] {
  const name = /^[A-Za-z_]\w*/.exec(rest)?.[0]
  if (name !== undefined) return [{ type: 'identifier', value: name }, name.length]
  const number = /^-?\d+/.exec(rest)?.[0]
  if (number !== undefined) return [{ type: 'number', value: Number(number) }, number.length]
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(rest)?.[0]
  if (quoted !== undefined) return [{ type: 'identifier', value: parsed(quoted) }, quoted.length]
  const raw = /^'((?:[^'\\]|\\.)*)'/.exec(rest)
  if (raw !== null) return [{ type: 'literal', value: (raw[1] ?? '').replaceAll("\\'", "'") }, raw[0].length]
  const literal = /^`((?:[^`\\]|\\.)*)`/.exec(rest)
  if (literal !== null)
    return [{ type: 'literal', value: literalOf((literal[1] ?? '').replaceAll('\\`', '`')) }, literal[0].length]
  const sign = SIGNS.find((each) => rest.startsWith(each))
  if (sign !== undefined) return [{ type: sign }, sign.length]
  throw new ExpressionProblem(`unexpected ${rest.slice(0, 1)}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ExpressionProblem(`${text} is no JSON text`)
  }
}

/** JSON, or a text without its quotation marks, which older expressions have. */
function literalOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.trim()
  }
}

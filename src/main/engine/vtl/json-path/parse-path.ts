import { JavaException } from '../java/java-exception'
import { trimJava } from '../json/trim-java'
import { parseBracket } from './parse-bracket'
import { invalidPath } from './path-exception'
import { ROOT, SCAN, WILDCARD, type PathToken } from './path-token'

/** Every token is a level of calls when the path is followed. */
const MAX_TOKENS = 500

/**
 * Read a path as Jayway JsonPath 2.0.0 does. `a.b` is `$.a.b`, `@` is `$`, and `.a` is `$..a`.
 * Source: the tokens of com.jayway.jsonpath.internal.PathCompiler, its oddities included.
 * Errors: JavaException InvalidPathException; IllegalArgumentException for an empty text.
 * Departure: at most 500 tokens.
 */
export function parsePath(source: string): PathToken[] {
  if (source === '') throw new JavaException('java.lang.IllegalArgumentException', 'json can not be null or empty')
  const text = withRoot(trimJava(source))
  const tokens: PathToken[] = [ROOT]
  for (let at = 1; at < text.length;) {
    at = readToken(text, at, tokens)
    if (tokens.length > MAX_TOKENS) throw invalidPath(`The path has more than ${MAX_TOKENS} parts`)
  }
  return tokens
}

/** Any path begins with one character for the root. */
function withRoot(text: string): string {
  if (text === '') throw invalidPath('A path can not be blank.')
  if (text.endsWith('..')) throw invalidPath('A path can not end with a scan.')
  if (text[0] !== '$' && text[0] !== '@') return `$.${text}`
  if (text.length > 1 && text[1] !== '.' && text[1] !== '[') throw invalidPath(`Invalid path ${text}`)
  return text
}

/** Adds what begins at this place; returns where the next token begins. */
function readToken(text: string, at: number, tokens: PathToken[]): number {
  switch (text[at]) {
    case ' ':
      throw invalidPath('Space not allowed in path')
    case '$':
      tokens.push(ROOT)
      return at + 1
    case '*':
      tokens.push(WILDCARD)
      return at + 1
    case '[': {
      const end = endOfBracket(text, at)
      tokens.push(parseBracket(text.slice(at, end)))
      return end
    }
    case '.':
      return readDot(text, at + 1, tokens)
    default:
      return readName(text, at, tokens)
  }
}

function readDot(text: string, at: number, tokens: PathToken[]): number {
  if (at >= text.length) throw invalidPath('A path can not end with a dot.')
  if (text[at] === '.') {
    tokens.push(SCAN)
    return at + 1
  }
  return text[at] === '[' || text[at] === ' ' ? at : readName(text, at, tokens)
}

function readName(text: string, at: number, tokens: PathToken[]): number {
  const rest = /[.[ ]/g
  rest.lastIndex = at
  const end = rest.exec(text)?.index ?? text.length
  const name = text.slice(at, end)
  tokens.push(name === '*' ? WILDCARD : nameToken(name))
  return end
}

/** A name is read as if it stood in brackets and quotes, with what that does to quotes and brackets in it. */
function nameToken(name: string): PathToken {
  return /['\]]/.test(name) ? parseBracket(`['${name}']`) : { kind: 'members', names: [name] }
}

/** After the bracket that closes this one; the end when none does. Quotes are not looked at. */
function endOfBracket(text: string, start: number): number {
  let open = 0
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '[') open++
    else if (text[at] === ']' && open-- === 0) return at + 1
  }
  return text.length
}

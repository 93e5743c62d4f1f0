import { FragmentReader } from './fragment-reader'
import { parseIndexes } from './parse-indexes'
import { invalidPath } from './path-exception'
import { WILDCARD, type PathToken } from './path-token'

/** `[?]`, `[?, ?]`: places for filters that come from Java code. */
const FILTER_PLACES = /^\[\s*\?[,\s*?]*\]$/

const MAX_NAMES = 500

/**
 * What one pair of brackets says: `['a']`, `[3]`, `[?(@.b)]`.
 * As Jayway 2.0.0, the first quote, digit, ":", "-", "@" or "?" decides how it is read, so that `[x1]` is `[1]` and `["a"]` is invalid.
 * Errors: InvalidPathException.
 * Departure: at most 500 names.
 */
export function parseBracket(fragment: string): PathToken {
  if (fragment === '[*]') return WILDCARD
  if (FILTER_PLACES.test(fragment)) return { kind: 'filter', source: null }
  const at = fragment.search(/[?'\d:@-]/)
  if (at < 0) throw invalidPath(`Could not analyze path component: ${fragment}`)
  if (fragment[at] === '?') return { kind: 'filter', source: filterSource(fragment, at) }
  return fragment[at] === "'" ? parseNames(fragment, at) : parseIndexes(fragment, at)
}

/** What is between quotes, up to the first "]", which no name can hold. */
function parseNames(fragment: string, at: number): PathToken {
  const names: string[] = []
  const reader = new FragmentReader(fragment, at)
  let name: string | null = null
  for (; reader.current !== ']'; reader.advance()) {
    if (reader.current !== "'") {
      if (name !== null) name += reader.current
    } else if (name === null) name = ''
    else {
      if (names.push(name) > MAX_NAMES) throw invalidPath(`More than ${MAX_NAMES} names are in one pair of brackets`)
      name = null
    }
  }
  return { kind: 'members', names }
}

/** The filter with its brackets. Brackets within quotes do not count, a quote after a backslash is none. */
function filterSource(fragment: string, questionMark: number): string {
  const start = fragment.lastIndexOf('[', questionMark)
  let parentheses = 0
  let brackets = 0
  let isQuoted = false
  for (let at = start; at < fragment.length; at++) {
    const character = fragment[at]
    if (character === "'" && fragment[at - 1] !== '\\') isQuoted = !isQuoted
    if (isQuoted) continue
    if (character === '(') parentheses++
    else if (character === ')') parentheses--
    else if (character === '[') brackets++
    else if (character === ']' && --brackets === 0 && parentheses === 0) return fragment.slice(start, at + 1)
  }
  throw invalidPath(`Filter brackets are not balanced in ${fragment}`)
}

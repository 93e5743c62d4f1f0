import { capturingPattern } from '../pattern/insights-pattern'
import type { ExpressionParser } from './expression-parser'
import type { Extractor } from './query'
import { tokenText, type Token } from './token'

/** `"[*] *" as level, text`, or a pattern with named groups, or one with groups and as many names. */
export function parseExtractor(parser: ExpressionParser): Extractor {
  const pattern = parser.lexer.takePattern()
  if (pattern !== null) return parsePattern(parser, pattern)
  const glob = parser.take()
  if (glob.kind !== 'string') {
    parser.problems.fail(
      glob,
      `What parse looks for is a text in quotes with * in it, or a pattern between slashes, not ${tokenText(glob)}.`,
    )
  }
  const wanted = glob.text.split('*').length - 1
  if (wanted === 0) parser.problems.error(glob, `"${glob.text}" has no *: nothing would be taken from the field.`)
  parser.expect('as', `"as" with a name for each * is missing.`)
  const names = parseNames(parser)
  refuseOtherCount(parser, glob, `${wanted} *`, wanted, names)
  return { kind: 'glob', glob: glob.text, names }
}

function parsePattern(parser: ExpressionParser, token: Token): Extractor {
  const pattern = capturingPattern(token.text)
  if ('problem' in pattern) {
    return parser.problems.fail(token, `The pattern /${token.text}/ cannot be used: ${pattern.problem}.`)
  }
  if (parser.takeIf('as')) {
    const names = parseNames(parser)
    refuseOtherCount(parser, token, `${pattern.groups.length} groups`, pattern.groups.length, names)
    return { kind: 'pattern', pattern, places: names.map((_, index) => index), names }
  }
  const places = pattern.groups.flatMap((name, index) => (name === null ? [] : [index]))
  if (places.length === 0) {
    parser.problems.error(
      token,
      'The pattern has no named group: nothing would be taken from the field.',
      '(?<name>...)',
    )
  }
  return { kind: 'pattern', pattern, places, names: places.map((place) => pattern.groups[place]!) }
}

function parseNames(parser: ExpressionParser): readonly string[] {
  const names: string[] = []
  do {
    const token = parser.take()
    if (token.kind !== 'name' && token.kind !== 'quoted') {
      parser.problems.fail(token, `What follows "as" are names, not ${tokenText(token)}.`)
    }
    names.push(token.text)
  } while (parser.takeIf(','))
  return names
}

function refuseOtherCount(
  parser: ExpressionParser,
  at: Token,
  has: string,
  wanted: number,
  names: readonly string[],
): void {
  if (wanted === 0 || wanted === names.length) return
  parser.problems.error(at, `It has ${has}, but there are ${names.length} names: give one for each.`)
}

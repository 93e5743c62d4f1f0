import type { Expression, Member, Reference } from '../ast'
import { parseOperand, parseParameter, type ExpressionRules } from './parse-expression'
import { isMethodNext } from './scan-ahead'
import { Kind, type Token } from './token'
import { describeToken, type TokenStream } from './token-stream'
import { textBetween } from './token-text'

/** `$name...` or `${name...}`, from its first token on. */
export function parseReference(rules: ExpressionRules): Reference {
  const { stream } = rules
  return stream.nested(() => {
    const first = stream.peek()
    const isFormal = stream.accept(Kind.CurlyOpen)
    stream.expect(Kind.Identifier, 'template/name-expected', 'A name')
    const members = parseMembers(rules)
    if (isFormal) expectCurlyClose(stream, first)
    return finish(first, stream.last, members)
  })
}

function expectCurlyClose(stream: TokenStream, first: Token): void {
  const token = stream.peek()
  if (stream.accept(Kind.CurlyClose)) return
  throw stream.failure(
    'template/unclosed-reference',
    `The reference that begins with "${first.image}" needs a "}" here, not ${describeToken(token)}.`,
    token,
  )
}

function parseMembers(rules: ExpressionRules): Member[] {
  const { stream } = rules
  const members: Member[] = []
  parseIndexes(rules, members)
  while (stream.peek().kind === Kind.Dot && stream.after(stream.peek()).kind === Kind.Identifier) {
    const dot = stream.take()
    members.push(isMethodNext(stream, dot) ? parseMethod(rules, dot) : parseProperty(stream, dot))
    parseIndexes(rules, members)
  }
  return members
}

function parseProperty(stream: TokenStream, dot: Token): Member {
  const name = stream.take()
  return { kind: 'property', name: name.image, span: { start: dot.start, end: name.end } }
}

function parseMethod(rules: ExpressionRules, dot: Token): Member {
  const { stream } = rules
  const name = stream.take()
  stream.take()
  const args: Expression[] = []
  if (stream.peek().kind !== Kind.CallClose) {
    do args.push(parseParameter(rules))
    while (stream.accept(Kind.Comma))
  }
  stream.expect(Kind.CallClose, 'template/unclosed-call', `"," or the ")" of ${name.image}(`)
  return { kind: 'method', name: name.image, args, span: { start: dot.start, end: stream.last.end } }
}

function parseIndexes(rules: ExpressionRules, members: Member[]): void {
  const { stream } = rules
  while (stream.peek().kind === Kind.IndexOpen) {
    const open = stream.take()
    stream.accept(Kind.Whitespace)
    const token = stream.peek()
    if (token.kind === Kind.ListOpen || token.kind === Kind.MapOpen || token.kind === Kind.FloatLiteral) {
      throw stream.failure(
        'template/index',
        `An index is a string, a whole number or a variable, not ${describeToken(token)}.`,
        token,
      )
    }
    const index = parseOperand(rules, 'An index')
    stream.accept(Kind.Whitespace)
    stream.expect(Kind.IndexClose, 'template/unclosed-index', '"]"')
    members.push({ kind: 'index', index, span: { start: open.start, end: stream.last.end } })
  }
}

const BACKSLASH = 92

/**
 * Take apart what the first token holds beside the name: backslashes, a second `$`, `!` and `{`.
 * Source: Velocity 1.7, ASTReference.getRoot.
 */
function finish(first: Token, last: Token, members: readonly Member[]): Reference {
  const written = first.image
  if (written.includes('\\!')) return unusable(first, last, members)
  let backslashes = 0
  while (written.charCodeAt(backslashes) === BACKSLASH) backslashes++
  const dollar = Math.max(written.lastIndexOf('$'), backslashes)
  // Whoever prints the reference's text prints it without its escapes.
  const image = written.slice(dollar)
  first.image = image
  const literal = textBetween(first, last)
  const isEscaped = backslashes % 2 === 1
  const isFormal = image === '${' || image === '$!{'
  const isQuiet = image.startsWith('$!')
  return {
    kind: 'reference',
    root: isFormal ? first.next!.image : isQuiet ? image.slice(2) : image.startsWith('$') ? image.slice(1) : image,
    assignedName: image.slice(1),
    members,
    isEscaped,
    escapePrefix: written.slice(0, backslashes >> 1),
    morePrefix: written.slice(backslashes, dollar),
    nullText: isQuiet && !isEscaped ? '' : literal,
    literal,
    isRunt: !image.startsWith('$'),
    isComputable: true,
    span: { start: first.start + dollar, end: last.end },
  }
}

/** `$\!name` prints as `$!name`, `$\\!name` as `$\\!name`; neither has a value. */
function unusable(first: Token, last: Token, members: readonly Member[]): Reference {
  const { image } = first
  const at = image.indexOf('\\', image.indexOf('$'))
  const text = image.slice(0, at) + image.slice(at + 1)
  return {
    kind: 'reference',
    root: text,
    assignedName: text,
    members,
    isEscaped: false,
    escapePrefix: '',
    morePrefix: '',
    nullText: text,
    literal: textBetween(first, last),
    isRunt: false,
    isComputable: false,
    span: { start: first.start, end: last.end },
  }
}

import type { Block, Expression, Statement } from '../ast'
import { parseOperand } from './parse-expression'
import { LexicalState } from './lexical-state'
import { PARAMETER_STARTS } from './scan-ahead'
import type { StatementRules } from './statement-rules'
import { Kind, type Token } from './token'
import { describeToken, type TokenStream } from './token-stream'
import { textBetween } from './token-text'

/** The directives that are not part of Velocity's grammar proper, and whether a block follows. */
const DIRECTIVES: ReadonlyMap<string, 'block' | 'line'> = new Map([
  ['foreach', 'block'],
  ['macro', 'block'],
  ['define', 'block'],
  ['literal', 'block'],
  ['evaluate', 'line'],
  ['break', 'line'],
  ['stop', 'line'],
  ['parse', 'line'],
  ['include', 'line'],
])

/** Names whose escape is taken away: `\#if` prints `#if`. */
const GRAMMAR_WORDS: ReadonlySet<string> = new Set(['if', 'end', 'set', 'else', 'elseif'])

/** One argument with the token it begins with. */
interface Argument {
  readonly node: Expression
  readonly first: Token
}

/** A directive as it stands in the text, before it is known what it means. */
interface WrittenDirective {
  readonly name: string
  readonly word: Token
  readonly args: readonly Argument[]
  readonly hasParentheses: boolean
  /** null for directives without a block. */
  readonly body: Body | null
}

interface Body {
  readonly block: Block
  readonly text: string
}

/** Whether Velocity knows the name behind `\#` or `\\#`, which decides if backslashes are escapes there. */
export function isKnownDirective(rules: StatementRules, name: string): boolean {
  return DIRECTIVES.has(name) || rules.macroNames.has(name) || GRAMMAR_WORDS.has(name)
}

export function isPluggableDirective(name: string): boolean {
  return DIRECTIVES.has(name)
}

/** `#name(...)`, `#name`, `#@name(...) ... #end`. What cannot be used as it stands is reported and leaves no node. */
export function parseDirective(rules: StatementRules): Statement | null {
  const { stream } = rules
  const word = stream.take()
  const name = word.kind === Kind.BracketedWord ? word.image.slice(2, -1) : word.image.slice(1)
  const type = DIRECTIVES.get(name) ?? (name.startsWith('@') ? 'block' : 'line')
  stream.tokenizer.switchTo(LexicalState.Directive)
  if (!stream.tokenizer.isParenthesisNext()) {
    if (name === 'macro')
      throw stream.failure('template/macro-name', '#macro needs a name, as in #macro(greet $who).', word)
    stream.tokenizer.pop()
    return build(rules, { name, word, args: [], hasParentheses: false, body: null })
  }
  const args = rules.guarded(() => parseArguments(stream, rules, name, word)) ?? []
  if (type === 'line') return build(rules, { name, word, args, hasParentheses: true, body: null })
  const first = stream.peek()
  const header = stream.last
  const block = rules.parseBlock()
  const text =
    name === 'literal' && !rules.hasProblems() ? textBetween(first, stream.last === header ? header : stream.last) : ''
  rules.expectEnd(`#${name}`, word)
  if (name === 'macro' && args[0] !== undefined) rules.macroNames.add(args[0].first.image)
  return build(rules, { name, word, args, hasParentheses: true, body: { block, text } })
}

function parseArguments(stream: TokenStream, rules: StatementRules, name: string, word: Token): Argument[] {
  stream.accept(Kind.Whitespace)
  stream.expect(Kind.ParenOpen, 'template/parenthesis-expected', '"("')
  const args: Argument[] = []
  while (isArgumentNext(stream)) {
    stream.accept(Kind.Whitespace)
    if (stream.accept(Kind.Comma)) stream.accept(Kind.Whitespace)
    const first = stream.peek()
    const node = parseArgument(rules)
    refuseMisplacedWord(stream, name, args.length, node, first)
    args.push({ node, first })
  }
  stream.accept(Kind.Whitespace)
  const close = stream.peek()
  if (!stream.accept(Kind.ParenClose)) {
    throw stream.failure(
      'template/unclosed-directive',
      `An argument or the ")" of ${word.image.trim()}( is expected here, not ${describeToken(close)}.`,
      close,
    )
  }
  return args
}

/** Velocity looks two tokens ahead: blanks, then a comma or an argument. */
function isArgumentNext(stream: TokenStream): boolean {
  const first = stream.peek()
  if (isArgumentStart(first)) return true
  if (first.kind !== Kind.Whitespace && first.kind !== Kind.Comma) return false
  const second = stream.after(first)
  return isArgumentStart(second) || second.kind === (first.kind === Kind.Whitespace ? Kind.Comma : Kind.Whitespace)
}

function isArgumentStart({ kind }: Token): boolean {
  return kind === Kind.Word || PARAMETER_STARTS.has(kind)
}

function parseArgument(rules: StatementRules): Expression {
  const { stream } = rules
  const token = stream.peek()
  if (token.kind !== Kind.Word) return parseOperand(rules, 'An argument')
  stream.take()
  return { kind: 'word', word: token.image, span: { start: token.start, end: token.end } }
}

/** A bare word is the name of a macro, the `in` of a loop, or a mistake. */
function refuseMisplacedWord(stream: TokenStream, name: string, position: number, node: Expression, at: Token): void {
  const isMacroName = name === 'macro' && position === 0
  if (node.kind !== 'word') {
    if (isMacroName)
      throw stream.failure(
        'template/macro-name',
        'The first argument of #macro is its name, without quotes or "$".',
        at,
      )
    return
  }
  if (isMacroName || !DIRECTIVES.has(name) || (name === 'foreach' && position === 1)) return
  throw stream.failure(
    'template/bare-word',
    `"${node.word}" cannot stand here in #${name}: text stands in quotes, a variable begins with "$".`,
    at,
  )
}

function build(rules: StatementRules, written: WrittenDirective): Statement | null {
  const { name, word, body } = written
  const span = { start: word.start, end: rules.stream.last.end }
  const args = written.args.map(({ node }) => node)
  const refuse = (message: string): null => {
    rules.report('template/directive', message, { start: word.start, end: word.end })
    return null
  }
  switch (name) {
    case 'foreach':
      if (body === null) return refuse('#foreach needs a variable and a list: #foreach($item in $list) ... #end.')
      return buildForeach(written, body, span)
    case 'macro':
      if (body === null || written.args.length === 0) return refuse('#macro needs a name, as in #macro(greet $who).')
      return {
        kind: 'macro-definition',
        name: written.args[0]!.first.image,
        parameters: written.args.slice(1).map(({ first }) => first.image.replace(/^\$/, '')),
        block: body.block,
        span,
      }
    case 'define':
      if (body === null || args.length !== 1) return refuse('#define needs one variable: #define($block) ... #end.')
      return { kind: 'define', name: written.args[0]!.first.image.slice(1), block: body.block, span }
    case 'literal':
      if (body === null) return refuse('#literal needs parentheses: #literal() ... #end.')
      return { kind: 'text', text: body.text, span }
    case 'evaluate':
      if (args.length !== 1 || (args[0]!.kind !== 'string' && args[0]!.kind !== 'reference')) {
        return refuse('#evaluate takes one string or variable: #evaluate($source).')
      }
      return { kind: 'evaluate', source: args[0]!, span }
    case 'break':
      return args.length > 1
        ? refuse('#break takes one scope at most, as in #break($foreach.parent).')
        : { kind: 'break', scope: args[0] ?? null, span }
    case 'stop':
      return args.length > 1 ? refuse('#stop takes one argument at most.') : { kind: 'stop', span }
    case 'parse':
    case 'include':
      return { kind: 'load', directive: name, args, span }
    default:
      return buildMacroCall(written, rules.stream.last, args, span)
  }
}

/** Velocity takes the third thing as the list and the fourth as what to repeat, whatever they are. */
function buildForeach(written: WrittenDirective, body: Body, span: { start: number; end: number }): Statement {
  const { args, word } = written
  const item = args[0]
  const list = args[2]?.node ?? (args.length === 2 ? ({ kind: 'word', word: '', span } as const) : null)
  const repeated = args[3]?.node
  const block = repeated === undefined ? body.block : repeated.kind === 'reference' ? [repeated] : []
  return {
    kind: 'foreach',
    item: item === undefined ? '' : item.node.kind === 'reference' ? item.node.root : item.first.image.slice(1),
    list,
    block,
    span: { start: word.start, end: headerEnd(written, span.end) },
  }
}

/** Behind the last argument's closing parenthesis: the part of a block directive that shows where it opens. */
function headerEnd({ args, word }: WrittenDirective, end: number): number {
  const last = args.at(-1)
  return last === undefined ? word.end : Math.min(last.node.span.end + 1, end)
}

function buildMacroCall(
  { name, word, args: written, hasParentheses, body }: WrittenDirective,
  last: Token,
  args: readonly Expression[],
  span: { start: number; end: number },
): Statement {
  if (name.startsWith('@') && !hasParentheses) return { kind: 'text', text: `#${name}`, span }
  let literal = ''
  for (let token: Token | null = word; token !== null; token = token.next) {
    literal += token.image
    if (token === last) break
  }
  const blockEnd = written.length === 0 ? word.end : written.at(-1)!.node.span.end + 1
  return {
    kind: 'macro-call',
    name: name.startsWith('@') ? name.slice(1) : name,
    args,
    body: body?.block ?? null,
    literal,
    span: body === null ? span : { start: span.start, end: Math.min(blockEnd, span.end) },
  }
}

import type { TemplateProblem, TemplateProblemCode, TextSpan } from '@shared/contract/template'
import type { Block, IfBranch, Reference, Statement, StringNode } from '../ast'
import { LineMap, templateError } from '../template-problem'
import { isKnownDirective, isPluggableDirective, parseDirective } from './parse-directive'
import { parseExpression } from './parse-expression'
import { ParseFailure } from './parse-failure'
import { parseReference } from './parse-reference'
import type { StatementRules } from './statement-rules'
import { Kind, type Token } from './token'
import { TokenStream } from './token-stream'
import { tokenText } from './token-text'

/** A template as it was read. */
export interface ParsedTemplate {
  readonly source: string
  readonly statements: Block
  /** Everything wrong with it, in order of place; a template with problems does not run. */
  readonly problems: readonly TemplateProblem[]
  readonly lines: LineMap
}

/** After so many problems the rest of the template is not read. */
const PROBLEM_LIMIT = 50

/**
 * Read a template with the grammar of Apache Velocity 1.7: what that refuses is refused, and what it takes for text is text.
 * Never throws; after a problem it goes on with the next line, so that one reading finds all of them.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const lines = LineMap.of(source)
  const problems: TemplateProblem[] = []
  const parser = new TemplateParser(source, 0, lines, problems, new Set())
  const statements = parser.parseAll()
  problems.sort((a, b) => a.range.start - b.range.start)
  return { source, statements, problems, lines }
}

class TemplateParser implements StatementRules {
  readonly stream: TokenStream

  constructor(
    source: string,
    base: number,
    readonly lines: LineMap,
    readonly problems: TemplateProblem[],
    readonly macroNames: Set<string>,
  ) {
    this.stream = new TokenStream(source, base)
    this.#source = source
    this.#base = base
    this.#end = base + source.length
  }

  readonly #source: string
  readonly #base: number
  readonly #end: number

  parseAll(): Block {
    const statements: Statement[] = []
    for (;;) {
      statements.push(...this.parseBlock())
      const token = this.guarded(() => this.stream.take())
      if (token?.kind === Kind.Eof) return joined(statements)
      if (token === null) continue
      this.report(
        'template/stray-directive',
        `${token.image.trim()} has nothing to ${token.kind === Kind.End ? 'end' : 'belong to'}: there is no open #if${token.kind === Kind.End ? ', #foreach, #macro or #define' : ''} here.`,
        { start: token.start, end: token.start + token.image.trimEnd().length },
      )
      if (token.kind === Kind.ElseIf) this.guarded(() => this.#condition(token))
    }
  }

  parseBlock(): Block {
    const statements: Statement[] = []
    while (!this.#isBlockEnd()) {
      const read = this.guarded(() => this.stream.nested(() => this.#statement()))
      if (read !== null) statements.push(...read)
    }
    return joined(statements)
  }

  parseReference(): Reference {
    return parseReference(this)
  }

  parseInside(text: string, offset: number): StringNode['parts'] {
    return this.stream.nested(() =>
      new TemplateParser(text, offset, this.lines, this.problems, this.macroNames).parseAll(),
    )
  }

  expectEnd(opener: string, at: Token): void {
    const token = this.guarded(() => this.stream.peek())
    if (token?.kind === Kind.End) this.stream.take()
    else if (token?.kind === Kind.Else || token?.kind === Kind.ElseIf) {
      const span = { start: token.start, end: token.start + token.image.trimEnd().length }
      this.report('template/stray-directive', `${token.image.trim()} belongs to #if, not to ${opener}.`, span)
      this.stream.take()
      if (token.kind === Kind.ElseIf) this.guarded(() => this.#condition(token))
      this.parseBlock()
      this.expectEnd(opener, at)
    } else {
      this.report('template/missing-end', `${opener} is never closed. Add #end where it ends.`, {
        start: at.start,
        end: at.end,
      })
    }
  }

  guarded<T>(rule: () => T): T | null {
    const before = this.stream.last
    try {
      return rule()
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error
      this.report(error.code, error.message, error.span)
      this.#goOnBehind(before.end, Math.max(error.span.start, before.end))
      return null
    }
  }

  report(code: TemplateProblemCode, message: string, span: TextSpan): void {
    if (this.problems.length < PROBLEM_LIMIT) this.problems.push(templateError(code, message, span, this.lines))
    else this.stream.restartAt(this.#end)
  }

  hasProblems(): boolean {
    return this.problems.length > 0
  }

  /**
   * Go on behind the parenthesis that closes what failed, or with the next line. What fails lines later was opened here and never
   * closed: the lines in between are read as text, so that their #end is found.
   */
  #goOnBehind(begin: number, failed: number): void {
    const nextLine = Math.min(this.lines.nextLine(begin), this.#end)
    const close = this.#source.indexOf(')', failed - this.#base) + this.#base
    const isCloseNear = close >= failed && close < nextLine
    this.stream.restartAt(isCloseNear ? close + 1 : Math.max(nextLine, Math.min(begin + 1, this.#end)))
  }

  #isBlockEnd(): boolean {
    for (;;) {
      const token = this.guarded(() => this.stream.peek())
      if (token === null) continue
      const { kind } = token
      return kind === Kind.End || kind === Kind.Else || kind === Kind.ElseIf || kind === Kind.Eof
    }
  }

  #statement(): readonly Statement[] {
    const { stream } = this
    const token = stream.peek()
    switch (token.kind) {
      case Kind.If:
        return [this.#if()]
      case Kind.Identifier:
        return [parseReference(this)]
      case Kind.CurlyOpen:
        return stream.after(token).kind === Kind.Identifier ? [parseReference(this)] : this.#text()
      case Kind.LineCommentStart:
        return this.#lineComment()
      case Kind.BlockComment:
        stream.take()
        return []
      case Kind.TextBlock:
        stream.take()
        return textOf(token, token.image.slice(3, -3))
      case Kind.SetDirective:
        return [this.#set()]
      case Kind.EscapedDirective:
        stream.take()
        return textOf(token, this.#unescaped(token.image))
      case Kind.DoubleEscape:
        return this.#doubleEscapes()
      case Kind.Word:
      case Kind.BracketedWord: {
        const directive = parseDirective(this)
        return directive === null ? [] : [directive]
      }
      default:
        return this.#text()
    }
  }

  #text(): readonly Statement[] {
    const token = this.stream.peek()
    switch (token.kind) {
      case Kind.Text:
      case Kind.Dot:
      case Kind.ParenClose:
      case Kind.ParenOpen:
      case Kind.IntegerLiteral:
      case Kind.FloatLiteral:
      case Kind.StringLiteral:
      case Kind.Escape:
      case Kind.CurlyOpen:
      case Kind.CurlyClose:
      case Kind.EmptyIndex:
        this.stream.take()
        return textOf(token, tokenText(token))
      default:
        throw this.#unexpected(token)
    }
  }

  #unexpected(token: Token): ParseFailure {
    const { image } = token
    if (token.kind === Kind.True || token.kind === Kind.False) {
      return this.stream.failure(
        'template/name-expected',
        `"${image}" cannot be the name of a variable or property.`,
        token,
      )
    }
    const message =
      token.kind === Kind.IndexOpen || token.kind === Kind.IndexClose
        ? `"${image}" opens an index that is not one. Write the reference as \${name} to print a bracket behind it.`
        : `"${image.trim()}" cannot stand here.`
    return this.stream.failure('template/unexpected-text', message, token)
  }

  #lineComment(): readonly Statement[] {
    const start = this.stream.take()
    this.stream.accept(Kind.LineCommentEnd)
    return textOf(start, start.image.slice(0, start.image.indexOf('##')))
  }

  /** Backslashes before a directive's name are halved when Velocity knows the name, and left alone when it does not. */
  #unescaped(image: string): string {
    const last = image.lastIndexOf('\\')
    const directive = image.slice(last + 1)
    const name = directive.startsWith('#{') ? directive.slice(2, -1) : directive.slice(1)
    return isKnownDirective(this, name) ? image.slice(0, Math.floor(last / 2)) + directive : image
  }

  #doubleEscapes(): readonly Statement[] {
    const { stream } = this
    const first = stream.peek()
    let count = 0
    while (stream.accept(Kind.DoubleEscape)) count++
    const next = stream.peek()
    if (next.kind === Kind.Eof) {
      throw stream.failure(
        'template/lone-sign',
        'The template ends with "\\\\", which Velocity cannot read. Add a character or a line break behind it.',
        first,
      )
    }
    const isControl =
      next.kind === Kind.If || next.kind === Kind.Else || next.kind === Kind.ElseIf || next.kind === Kind.End
    const isHalved = isControl || isPluggableDirective(next.image.slice(1))
    return textOf(first, (isHalved ? '\\' : '\\\\').repeat(count))
  }

  #set(): Statement {
    const { stream } = this
    const open = stream.take()
    const start = open.start + Math.max(0, open.image.indexOf('#'))
    stream.accept(Kind.Whitespace)
    const token = stream.peek()
    if (token.kind !== Kind.Identifier && token.kind !== Kind.CurlyOpen) {
      throw stream.failure('template/set', '#set needs a variable first, as in #set($name = "value").', {
        start: Math.min(token.start, open.end),
        end: token.end,
      })
    }
    const target = parseReference(this)
    stream.accept(Kind.Whitespace)
    stream.expect(Kind.Assign, 'template/set', '"="')
    const value = parseExpression(this)
    stream.expect(Kind.ParenClose, 'template/unclosed-set', 'An operator or the ")" of #set(')
    stream.tokenizer.isInSet = false
    return { kind: 'set', target, value, span: { start, end: spanEnd(stream.last) } }
  }

  #if(): Statement {
    const open = this.stream.take()
    const branches: IfBranch[] = []
    let otherwise: Block | null = null
    this.#branch(open, branches)
    while (this.stream.peek().kind === Kind.ElseIf) this.#branch(this.stream.take(), branches)
    if (this.stream.peek().kind === Kind.Else) {
      this.stream.take()
      otherwise = this.parseBlock()
    }
    const start = open.start + Math.max(0, open.image.indexOf('#'))
    if (otherwise !== null) this.#refuseBranchesBehindElse()
    this.expectEnd('#if', open)
    return { kind: 'if', branches, otherwise, span: { start, end: branches[0]?.span.end ?? open.end } }
  }

  #branch(open: Token, branches: IfBranch[]): void {
    const condition = this.guarded(() => this.#condition(open))
    const end = spanEnd(this.stream.last)
    const block = this.parseBlock()
    if (condition !== null) branches.push({ condition, block, span: { start: open.start, end } })
  }

  #condition(open: Token): IfBranch['condition'] {
    const { stream } = this
    stream.accept(Kind.Whitespace)
    stream.expect(Kind.ParenOpen, 'template/parenthesis-expected', `"(" behind ${open.image.trim()}`)
    const condition = parseExpression(this)
    stream.expect(Kind.ParenClose, 'template/unclosed-condition', `An operator or the ")" of ${open.image.trim()}(`)
    return condition
  }

  #refuseBranchesBehindElse(): void {
    for (
      let token = this.stream.peek();
      token.kind === Kind.Else || token.kind === Kind.ElseIf;
      token = this.stream.peek()
    ) {
      const span = { start: token.start, end: spanEnd(token) }
      this.report('template/stray-directive', `${token.image.trim()} stands behind the #else of the same #if.`, span)
      this.stream.take()
      if (token.kind === Kind.ElseIf) this.guarded(() => this.#condition(token))
      this.parseBlock()
    }
  }
}

/** A directive's end without the line break it takes. */
function spanEnd(token: Token): number {
  return token.start + token.image.trimEnd().length
}

function textOf(token: Token, text: string): readonly Statement[] {
  return text === '' ? [] : [{ kind: 'text', text, span: { start: token.start, end: token.end } }]
}

/** Pieces of text that touch become one. */
function joined(statements: readonly Statement[]): Block {
  const joint: Statement[] = []
  for (const statement of statements) {
    const before = joint.at(-1)
    if (before?.kind === 'text' && statement.kind === 'text' && before.span.end === statement.span.start) {
      joint[joint.length - 1] = {
        kind: 'text',
        text: before.text + statement.text,
        span: { start: before.span.start, end: statement.span.end },
      }
    } else joint.push(statement)
  }
  return joint
}

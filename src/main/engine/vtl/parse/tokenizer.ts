import { LexicalState } from './lexical-state'
import { ParseFailure } from './parse-failure'
import { Kind, type Token } from './token'

/** What a match is for: a token, the beginning of one, text that only other tokens print, or nothing. */
const enum Use {
  Token,
  More,
  Special,
  Skip,
}

interface SavedState {
  readonly state: LexicalState
  readonly opened: number
  readonly closed: number
}

const DOLLAR = 36
const HASH = 35
const BACKSLASH = 92

const SET = /[ \t]*#(?:set|\{set\}) *\(/y
const ESCAPED_DIRECTIVE = /(?:\\\\)*\\#(?:[a-zA-Z_@][a-zA-Z0-9_@]*|\{[a-zA-Z_][a-zA-Z0-9_@]*\})/y
const DOLLAR_RUN = /\\*\$(?:\\*!)?/y
const EMPTY_INDEX = /\$(?:\\?!)?\[|\$\./y
const TEXT = /[^$#\\]+/y
const IDENTIFIER = /[a-zA-Z_][a-zA-Z0-9_-]*/y
const WORD = /[a-zA-Z_@][a-zA-Z0-9_@]*/y
const BRACKETED_WORD = /\{[a-zA-Z_][a-zA-Z0-9_@]*\}/y
const WHITESPACE = /[ \t\n\r]+/y
const STRING = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y
const NUMBER = /-?(?:[0-9]+(?:\.\.|\.[0-9]*(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)/y
// Runs of characters that mean nothing in a comment, taken at once.
const PLAIN_IN_LINE_COMMENT = /[^$#\\\r\n]+/y
const PLAIN_IN_BLOCK_COMMENT = /[^$#\\*]+/y
const PLAIN_IN_TEXT_BLOCK = /[^$#\\\]]+/y
const REST_OF_LINE = /[ \t]*(?:\r\n|\n|\r)/y

const OPERATORS: Readonly<Record<string, Kind>> = {
  '-': Kind.Minus,
  '+': Kind.Plus,
  '*': Kind.Multiply,
  '/': Kind.Divide,
  '%': Kind.Modulo,
  '&&': Kind.And,
  '||': Kind.Or,
  '<': Kind.Less,
  '<=': Kind.LessOrEqual,
  '>': Kind.Greater,
  '>=': Kind.GreaterOrEqual,
  '==': Kind.Equal,
  '!=': Kind.NotEqual,
  '!': Kind.Not,
  '=': Kind.Assign,
}

/** Words that mean something else than a word between a directive's parentheses. */
const DIRECTIVE_WORDS = new Map<string, Kind>([
  ['and', Kind.And],
  ['or', Kind.Or],
  ['lt', Kind.Less],
  ['le', Kind.LessOrEqual],
  ['gt', Kind.Greater],
  ['ge', Kind.GreaterOrEqual],
  ['eq', Kind.Equal],
  ['ne', Kind.NotEqual],
  ['not', Kind.Not],
  ['true', Kind.True],
  ['false', Kind.False],
])

/**
 * Cuts a template into tokens exactly as Velocity 1.7's generated scanner does: the longest match of the current state wins, a `$` or `#`
 * only begins a token, and what turns out to be plain text after it is kept as "special" text before the next token.
 * Tokens are made on demand, since the parser switches states between them. Throws `ParseFailure` for text no token fits.
 */
export class Tokenizer {
  /** The offset behind the last token. */
  position = 0
  /** True from `#set(` to its `)`; the parser ends it. */
  isInSet = false
  #state = LexicalState.Default
  readonly #stack: SavedState[] = []
  #opened = 0
  #closed = 0
  #isInComment = false
  /** Of the last match: its use, kind and length. */
  #use = Use.Token
  #kind = Kind.Eof
  #length = 0

  /** `base` is where the source's first character stands in the whole template: it is added to every place. */
  constructor(
    readonly source: string,
    readonly base: number,
  ) {}

  /** Start over in plain text at this offset: what came before was not understood. */
  restartAt(offset: number): void {
    this.position = offset - this.base
    this.isInSet = false
    this.#state = LexicalState.Default
    this.#stack.length = 0
    this.#opened = 0
    this.#closed = 0
    this.#isInComment = false
  }

  switchTo(state: LexicalState): void {
    this.#state = state
  }

  /** False when there was nothing to go back to. */
  pop(): boolean {
    const saved = this.#stack.pop()
    if (saved === undefined) {
      this.#opened = 0
      this.#state = LexicalState.Default
      return false
    }
    this.#opened = saved.opened
    this.#closed = saved.closed
    this.#state = saved.state
    return true
  }

  /** Whether `(` follows, after blanks and line breaks. */
  isParenthesisNext(): boolean {
    for (let at = this.position; at < this.source.length; at++) {
      const code = this.source.charCodeAt(at)
      if (code === 40) return true
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return false
    }
    return false
  }

  next(): Token {
    let special: string[] | null = null
    let start = this.position
    for (;;) {
      if (this.position >= this.source.length) {
        if (start === this.position) return this.#token(Kind.Eof, '', start, start, special)
        throw this.#failure(start)
      }
      if (!this.#match()) throw this.#failure(start)
      const end = this.position + this.#length
      this.position = end
      switch (this.#use) {
        case Use.Token: {
          const kind = this.#kind
          this.#act(kind, end)
          const image = this.#imageOf(kind, start, end)
          return this.#token(kind, image, start, this.position, special)
        }
        case Use.Special:
          ;(special ??= []).push(this.source.slice(start, end))
          // The character that ended the reference or directive belongs to what follows.
          this.position--
          this.pop()
          start = this.position
          break
        case Use.Skip:
          start = this.position
          break
        case Use.More:
          this.#begin(this.#kind)
      }
    }
  }

  #token(kind: Kind, image: string, start: number, end: number, special: readonly string[] | null): Token {
    return { kind, image, start: start + this.base, end: end + this.base, special, next: null }
  }

  #push(): void {
    this.#stack.push({ state: this.#state, opened: this.#opened, closed: this.#closed })
    this.#opened = 0
  }

  /** What was read as the beginning of a token: `$`, `#`, `#[[`, `#*`, `#**`. */
  #begin(kind: Kind): void {
    if (this.#isInComment) return
    if (kind === Kind.ReferenceStart) {
      if (this.#state === LexicalState.Reference) this.pop()
      this.#push()
      this.#state = LexicalState.Reference
    } else if (kind === Kind.DirectiveStart) {
      if (this.#state === LexicalState.Reference || this.#state === LexicalState.Modifier) this.pop()
      this.#push()
      this.#state = LexicalState.PreDirective
    } else {
      this.#isInComment = true
      this.#push()
      if (kind === Kind.TextBlockStart) this.#state = LexicalState.TextBlock
      else if (kind === Kind.BlockCommentStart) this.#state = LexicalState.BlockComment
      else {
        this.#state = LexicalState.FormalComment
        this.position--
      }
    }
  }

  /** The image, without what was read too far. */
  #imageOf(kind: Kind, start: number, end: number): string {
    if (kind === Kind.Dot) return '.'
    return this.source.slice(start, Math.min(end, this.position))
  }

  #act(kind: Kind, end: number): void {
    switch (kind) {
      case Kind.IndexOpen:
        this.#push()
        this.#state = LexicalState.Index
        break
      case Kind.IndexClose:
        this.pop()
        break
      case Kind.ParenOpen:
        this.#opened++
        if (this.#state === LexicalState.Modifier) this.#state = LexicalState.Call
        break
      case Kind.ParenClose:
        this.#closeParenthesis()
        break
      case Kind.CallClose:
        this.#state = LexicalState.Reference
        break
      case Kind.SetDirective:
        this.#push()
        this.isInSet = true
        this.#state = LexicalState.Directive
        this.#opened++
        break
      case Kind.LineCommentStart:
        if (this.#state === LexicalState.Reference) this.pop()
        this.#isInComment = true
        this.#push()
        this.#state = LexicalState.LineComment
        break
      case Kind.LineCommentEnd:
      case Kind.BlockComment:
      case Kind.TextBlock:
        this.#isInComment = false
        this.pop()
        break
      case Kind.StringLiteral:
        if (this.#state === LexicalState.Directive && !this.isInSet && this.#opened === 0) this.pop()
        break
      case Kind.IntegerLiteral:
        // "1.." is read to tell the range [1..3] from the number 1.
        if (this.source.startsWith('..', end - 2)) this.position -= 2
        this.#endNumber(this.#state !== LexicalState.Index)
        break
      case Kind.FloatLiteral:
        this.#endNumber(true)
        break
      case Kind.End:
      case Kind.Else:
        this.pop()
        break
      case Kind.If:
      case Kind.ElseIf:
        this.#state = LexicalState.Directive
        break
      case Kind.Dot:
        this.position--
        this.#state = LexicalState.Modifier
        break
      case Kind.CurlyClose:
        this.pop()
        break
      default:
    }
  }

  #endNumber(isOutsideIndex: boolean): void {
    if (this.#opened === 0 && !this.isInSet && this.#state !== LexicalState.Call && isOutsideIndex) this.pop()
  }

  /** Go back to the state below the one whose parenthesis this closes. */
  #closeParenthesis(): void {
    for (;;) {
      if (this.#opened > 0) {
        if (this.#opened === this.#closed + 1) this.pop()
        else this.#closed++
        return
      }
      if (!this.pop()) return
    }
  }

  #failure(start: number): ParseFailure {
    const { source, base } = this
    const at = Math.min(this.position, source.length)
    const begun = source.slice(start, at)
    if (at >= source.length) return endFailure(begun, base + start, base + source.length)
    const quote = source[at]
    if (quote === '"' || quote === "'") {
      return new ParseFailure(
        'template/unclosed-string',
        `This string is never closed. Add the closing ${quote}; inside of a string a ${quote} is written twice.`,
        { start: base + at, end: base + endOfLine(source, at) },
      )
    }
    return new ParseFailure('template/unexpected-character', `"${source[at]!}" cannot stand here.`, {
      start: base + at,
      end: base + at + 1,
    })
  }

  /** Find the longest match at `position`. */
  #match(): boolean {
    this.#length = 0
    const code = this.source.charCodeAt(this.position)
    switch (this.#state) {
      case LexicalState.Default:
        return this.#matchDefault(code)
      case LexicalState.Reference:
        return this.#matchReference(code)
      case LexicalState.Modifier:
        return this.#matchReference(code)
      case LexicalState.Call:
        return this.#matchCall(code)
      case LexicalState.Index:
        return this.#matchIndex(code)
      case LexicalState.PreDirective:
        return this.#matchPreDirective(code)
      case LexicalState.Directive:
        return this.#matchDirective(code)
      default:
        return this.#matchComment(code)
    }
  }

  /** Take the match when it is longer than the one before; callers offer kinds in the order of their declaration. */
  #offer(use: Use, kind: Kind, length: number): void {
    if (length <= this.#length) return
    this.#use = use
    this.#kind = kind
    this.#length = length
  }

  #offerPattern(use: Use, kind: Kind, pattern: RegExp): void {
    pattern.lastIndex = this.position
    if (pattern.test(this.source)) this.#offer(use, kind, pattern.lastIndex - this.position)
  }

  /** `$`, `#` and their likes begin a token in every state. */
  #offerBeginnings(code: number, hasLineComments: boolean): void {
    const { source, position } = this
    if (code === HASH) {
      const second = source.charCodeAt(position + 1)
      if (second === 91 && source.charCodeAt(position + 2) === 91) this.#offer(Use.More, Kind.TextBlockStart, 3)
      if (second === 42) {
        const third = source.charCodeAt(position + 2)
        if (third === 42 && position + 3 < source.length && source.charCodeAt(position + 3) !== HASH) {
          this.#offer(Use.More, Kind.FormalCommentStart, 4)
        }
        this.#offer(Use.More, Kind.BlockCommentStart, 2)
      }
      this.#offer(Use.More, Kind.DirectiveStart, 1)
      if (second === HASH && hasLineComments) this.#offer(Use.Token, Kind.LineCommentStart, 2)
    } else if (code === DOLLAR || code === BACKSLASH) {
      this.#offerPattern(Use.More, Kind.ReferenceStart, DOLLAR_RUN)
    }
  }

  #matchDefault(code: number): boolean {
    if (code === BACKSLASH) this.#offerPattern(Use.Token, Kind.EscapedDirective, ESCAPED_DIRECTIVE)
    if (code === HASH || code === 32 || code === 9) this.#offerPattern(Use.Token, Kind.SetDirective, SET)
    if (code === HASH || code === DOLLAR || code === BACKSLASH) {
      this.#offerBeginnings(code, true)
      if (code === BACKSLASH) {
        if (this.source.charCodeAt(this.position + 1) === BACKSLASH) this.#offer(Use.Token, Kind.DoubleEscape, 2)
        this.#offer(Use.Token, Kind.Escape, 1)
      } else if (code === DOLLAR) {
        this.#offerPattern(Use.Token, Kind.EmptyIndex, EMPTY_INDEX)
      }
    } else {
      this.#offerPattern(Use.Token, Kind.Text, TEXT)
    }
    return true
  }

  /** REFERENCE and REFMODIFIER, which differ in `(`, `##` and `$[`. */
  #matchReference(code: number): boolean {
    const isModifier = this.#state === LexicalState.Modifier
    if (code === 91) this.#offer(Use.Token, Kind.IndexOpen, 1)
    else if (code === 40 && isModifier) this.#offer(Use.Token, Kind.ParenOpen, 1)
    if (code === HASH || code === 32 || code === 9) this.#offerPattern(Use.Token, Kind.SetDirective, SET)
    this.#offerBeginnings(code, !isModifier)
    this.#offerNames(code)
    if (code === 123) this.#offer(Use.Token, Kind.CurlyOpen, 1)
    else if (code === 125) this.#offer(Use.Token, Kind.CurlyClose, 1)
    this.#offer(Use.Special, Kind.Text, 1)
    if (code === DOLLAR && !isModifier) this.#offerPattern(Use.Token, Kind.EmptyIndex, EMPTY_INDEX)
    return true
  }

  /** `true`, `false`, identifiers and the dot before one. */
  #offerNames(code: number): void {
    if (isNameStart(code)) {
      IDENTIFIER.lastIndex = this.position
      if (!IDENTIFIER.test(this.source)) return
      const length = IDENTIFIER.lastIndex - this.position
      const kind =
        length === 4 && this.source.startsWith('true', this.position)
          ? Kind.True
          : length === 5 && this.source.startsWith('false', this.position)
            ? Kind.False
            : Kind.Identifier
      this.#offer(Use.Token, kind, length)
    } else if (code === 46 && isLetter(this.source.charCodeAt(this.position + 1))) {
      this.#offer(Use.Token, Kind.Dot, 2)
    }
  }

  #matchCall(code: number): boolean {
    this.#offerPunctuation(code)
    if (code === 41) this.#offer(Use.Token, Kind.CallClose, 1)
    if (code === HASH || code === 32 || code === 9) this.#offerPattern(Use.Token, Kind.SetDirective, SET)
    this.#offerBeginnings(code, false)
    this.#offerLiterals(code)
    this.#offerNames(code)
    return this.#length > 0
  }

  #offerPunctuation(code: number): void {
    if (code === 91) this.#offer(Use.Token, Kind.ListOpen, 1)
    else if (code === 93) this.#offer(Use.Token, Kind.ListClose, 1)
    else if (code === 44) this.#offer(Use.Token, Kind.Comma, 1)
    else if (code === 46 && this.source.charCodeAt(this.position + 1) === 46) this.#offer(Use.Token, Kind.DoubleDot, 2)
    else if (code === 58) this.#offer(Use.Token, Kind.Colon, 1)
    else if (code === 123) this.#offer(Use.Token, Kind.MapOpen, 1)
    else if (code === 125) this.#offer(Use.Token, Kind.MapClose, 1)
  }

  /** White space, strings and numbers. */
  #offerLiterals(code: number): void {
    if (code === 32 || code === 9 || code === 10 || code === 13) {
      this.#offerPattern(Use.Token, Kind.Whitespace, WHITESPACE)
    } else if (code === 34 || code === 39) {
      this.#offerPattern(Use.Token, Kind.StringLiteral, STRING)
    } else if ((code >= 48 && code <= 57) || code === 45 || code === 46) {
      NUMBER.lastIndex = this.position
      if (!NUMBER.test(this.source)) return
      const text = this.source.slice(this.position, NUMBER.lastIndex)
      const isInteger = text.endsWith('..') || /^-?[0-9]+$/.test(text)
      this.#offer(Use.Token, isInteger ? Kind.IntegerLiteral : Kind.FloatLiteral, text.length)
    }
  }

  #matchIndex(code: number): boolean {
    if (code === 93) this.#offer(Use.Token, Kind.IndexClose, 1)
    this.#offerBeginnings(code, false)
    this.#offerLiterals(code)
    if (this.source.startsWith('true', this.position)) this.#offer(Use.Token, Kind.True, 4)
    if (this.source.startsWith('false', this.position)) this.#offer(Use.Token, Kind.False, 5)
    return this.#length > 0
  }

  #matchDirective(code: number): boolean {
    const { source, position } = this
    this.#offerPunctuation(code)
    if (code === 40) this.#offer(Use.Token, Kind.ParenOpen, 1)
    else if (code === 41) {
      this.#offer(Use.Token, Kind.ParenClose, 1)
      REST_OF_LINE.lastIndex = position + 1
      if (REST_OF_LINE.test(source)) this.#offer(Use.Token, Kind.ParenClose, REST_OF_LINE.lastIndex - position)
    }
    this.#offerBeginnings(code, true)
    this.#offerLiterals(code)
    const one = source[position]!
    const two = source.slice(position, position + 2)
    if (two.length === 2 && Object.hasOwn(OPERATORS, two)) this.#offer(Use.Token, OPERATORS[two]!, 2)
    if (Object.hasOwn(OPERATORS, one)) this.#offer(Use.Token, OPERATORS[one]!, 1)
    this.#offerWords(code)
    return this.#length > 0
  }

  #offerWords(code: number): void {
    if (isNameStart(code) || code === 64) {
      WORD.lastIndex = this.position
      if (!WORD.test(this.source)) return
      const word = this.source.slice(this.position, WORD.lastIndex)
      const kind = this.#state === LexicalState.Directive ? (DIRECTIVE_WORDS.get(word) ?? Kind.Word) : Kind.Word
      this.#offer(Use.Token, kind, word.length)
    } else if (code === 123) {
      this.#offerPattern(Use.Token, Kind.BracketedWord, BRACKETED_WORD)
    }
  }

  #matchPreDirective(code: number): boolean {
    this.#offerBeginnings(code, true)
    this.#offerKeyword('end', Kind.End, true)
    this.#offerKeyword('if', Kind.If, false)
    this.#offerKeyword('elseif', Kind.ElseIf, false)
    this.#offerKeyword('else', Kind.Else, true)
    if ((code >= 48 && code <= 57) || code === 45 || code === 46) this.#offerLiterals(code)
    this.#offerWords(code)
    this.#offer(Use.Special, Kind.Text, 1)
    return true
  }

  /** `name` or `{name}`, and the rest of the line where the directive takes it. */
  #offerKeyword(name: string, kind: Kind, takesLine: boolean): void {
    for (const written of [name, `{${name}}`]) {
      if (!this.source.startsWith(written, this.position)) continue
      this.#offer(Use.Token, kind, written.length)
      if (!takesLine) continue
      REST_OF_LINE.lastIndex = this.position + written.length
      if (REST_OF_LINE.test(this.source)) this.#offer(Use.Token, kind, REST_OF_LINE.lastIndex - this.position)
    }
  }

  #matchComment(code: number): boolean {
    const { source, position } = this
    this.#offerBeginnings(code, false)
    switch (this.#state) {
      case LexicalState.LineComment:
        if (code === 13 && source.charCodeAt(position + 1) === 10) this.#offer(Use.Token, Kind.LineCommentEnd, 2)
        if (code === 10 || code === 13) this.#offer(Use.Token, Kind.LineCommentEnd, 1)
        this.#offerPattern(Use.Skip, Kind.Text, PLAIN_IN_LINE_COMMENT)
        this.#offer(Use.Skip, Kind.Text, 1)
        break
      case LexicalState.TextBlock:
        if (source.startsWith(']]#', position)) this.#offer(Use.Token, Kind.TextBlock, 3)
        this.#offerPattern(Use.More, Kind.Text, PLAIN_IN_TEXT_BLOCK)
        this.#offer(Use.More, Kind.Text, 1)
        break
      default:
        if (source.startsWith('*#', position)) this.#offer(Use.Token, Kind.BlockComment, 2)
        this.#offerPattern(Use.Skip, Kind.Text, PLAIN_IN_BLOCK_COMMENT)
        this.#offer(Use.Skip, Kind.Text, 1)
    }
    return true
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95
}

function endOfLine(source: string, from: number): number {
  const end = source.slice(from).search(/[\r\n]/)
  return end === -1 ? source.length : from + end
}

function endFailure(begun: string, start: number, end: number): ParseFailure {
  if (begun.includes('#[[')) {
    return new ParseFailure('template/unclosed-text-block', 'The text block #[[ is never closed. Add ]]#.', {
      start,
      end: start + 3,
    })
  }
  return new ParseFailure(
    'template/lone-sign',
    `The template ends in the middle of "${begun.slice(-20)}". Write a "$" or "#" at the very end as a variable, as in #set($dollar = '$').`,
    { start, end },
  )
}

import { LexicalState } from './lexical-state'
import { Kind } from './token'

/** What a match is for: a token, the beginning of one, text that only other tokens print, or nothing. */
export const enum Use {
  Token,
  More,
  Special,
  Skip,
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
const NO_MEANINGS: ReadonlyMap<string, Kind> = new Map()

/** Finds what a state of the scanner takes next: of several kinds that fit the longest, of equally long ones the first declared. */
export class TokenMatcher {
  /** Of the last match: what it is for, its kind and its length. */
  use = Use.Token
  kind = Kind.Eof
  length = 0
  #position = 0

  constructor(readonly source: string) {}

  /** Find the longest match at an offset; false when nothing fits. Something is left of the source. */
  match(state: LexicalState, position: number): boolean {
    this.length = 0
    this.#position = position
    const code = this.source.charCodeAt(position)
    switch (state) {
      case LexicalState.Default:
        return this.#matchDefault(code)
      case LexicalState.Reference:
        return this.#matchReference(code, false)
      case LexicalState.Modifier:
        return this.#matchReference(code, true)
      case LexicalState.Call:
        return this.#matchCall(code)
      case LexicalState.Index:
        return this.#matchIndex(code)
      case LexicalState.PreDirective:
        return this.#matchPreDirective(code)
      case LexicalState.Directive:
        return this.#matchDirective(code)
      default:
        return this.#matchComment(code, state)
    }
  }

  /** Take the match when it is longer than the one before; callers offer kinds in the order of their declaration. */
  #offer(use: Use, kind: Kind, length: number): void {
    if (length <= this.length) return
    this.use = use
    this.kind = kind
    this.length = length
  }

  #offerPattern(use: Use, kind: Kind, pattern: RegExp): void {
    pattern.lastIndex = this.#position
    if (pattern.test(this.source)) this.#offer(use, kind, pattern.lastIndex - this.#position)
  }

  /** `$`, `#` and their likes begin a token in every state. */
  #offerBeginnings(code: number, hasLineComments: boolean): void {
    const { source } = this
    const position = this.#position
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
        if (this.source.charCodeAt(this.#position + 1) === BACKSLASH) this.#offer(Use.Token, Kind.DoubleEscape, 2)
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
  #matchReference(code: number, isModifier: boolean): boolean {
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
      IDENTIFIER.lastIndex = this.#position
      if (!IDENTIFIER.test(this.source)) return
      const length = IDENTIFIER.lastIndex - this.#position
      const kind =
        length === 4 && this.source.startsWith('true', this.#position)
          ? Kind.True
          : length === 5 && this.source.startsWith('false', this.#position)
            ? Kind.False
            : Kind.Identifier
      this.#offer(Use.Token, kind, length)
    } else if (code === 46 && isLetter(this.source.charCodeAt(this.#position + 1))) {
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
    return this.length > 0
  }

  #offerPunctuation(code: number): void {
    if (code === 91) this.#offer(Use.Token, Kind.ListOpen, 1)
    else if (code === 93) this.#offer(Use.Token, Kind.ListClose, 1)
    else if (code === 44) this.#offer(Use.Token, Kind.Comma, 1)
    else if (code === 46 && this.source.charCodeAt(this.#position + 1) === 46) this.#offer(Use.Token, Kind.DoubleDot, 2)
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
      NUMBER.lastIndex = this.#position
      if (!NUMBER.test(this.source)) return
      const text = this.source.slice(this.#position, NUMBER.lastIndex)
      const isInteger = text.endsWith('..') || /^-?[0-9]+$/.test(text)
      this.#offer(Use.Token, isInteger ? Kind.IntegerLiteral : Kind.FloatLiteral, text.length)
    }
  }

  #matchIndex(code: number): boolean {
    if (code === 93) this.#offer(Use.Token, Kind.IndexClose, 1)
    this.#offerBeginnings(code, false)
    this.#offerLiterals(code)
    if (this.source.startsWith('true', this.#position)) this.#offer(Use.Token, Kind.True, 4)
    if (this.source.startsWith('false', this.#position)) this.#offer(Use.Token, Kind.False, 5)
    return this.length > 0
  }

  #matchDirective(code: number): boolean {
    const { source } = this
    const position = this.#position
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
    this.#offerWords(code, DIRECTIVE_WORDS)
    return this.length > 0
  }

  #offerWords(code: number, meanings: ReadonlyMap<string, Kind>): void {
    if (isNameStart(code) || code === 64) {
      WORD.lastIndex = this.#position
      if (!WORD.test(this.source)) return
      const word = this.source.slice(this.#position, WORD.lastIndex)
      const kind = meanings.get(word) ?? Kind.Word
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
    this.#offerWords(code, NO_MEANINGS)
    this.#offer(Use.Special, Kind.Text, 1)
    return true
  }

  /** `name` or `{name}`, and the rest of the line where the directive takes it. */
  #offerKeyword(name: string, kind: Kind, takesLine: boolean): void {
    for (const written of [name, `{${name}}`]) {
      if (!this.source.startsWith(written, this.#position)) continue
      this.#offer(Use.Token, kind, written.length)
      if (!takesLine) continue
      REST_OF_LINE.lastIndex = this.#position + written.length
      if (REST_OF_LINE.test(this.source)) this.#offer(Use.Token, kind, REST_OF_LINE.lastIndex - this.#position)
    }
  }

  #matchComment(code: number, state: LexicalState): boolean {
    const { source } = this
    const position = this.#position
    this.#offerBeginnings(code, false)
    switch (state) {
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

import { LexicalState } from './lexical-state'
import { ParseFailure } from './parse-failure'
import { Kind, type Token } from './token'
import { TokenMatcher, Use } from './token-matcher'

interface SavedState {
  readonly state: LexicalState
  readonly opened: number
  readonly closed: number
}

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
  readonly #matcher: TokenMatcher

  /** `base` is where the source's first character stands in the whole template: it is added to every place. */
  constructor(
    readonly source: string,
    readonly base: number,
  ) {
    this.#matcher = new TokenMatcher(source)
  }

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
      if (!this.#matcher.match(this.#state, this.position)) throw this.#failure(start)
      const end = this.position + this.#matcher.length
      this.position = end
      switch (this.#matcher.use) {
        case Use.Token: {
          const { kind } = this.#matcher
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
          this.#begin(this.#matcher.kind)
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

/**
 * The kinds of tokens, in the order in which Velocity's grammar declares them: of two matches of the same length the first kind wins.
 * Source: Apache Velocity 1.7, ParserConstants.
 */
export const enum Kind {
  Eof,
  IndexOpen,
  IndexClose,
  ListOpen,
  ListClose,
  Comma,
  DoubleDot,
  Colon,
  MapOpen,
  MapClose,
  ParenOpen,
  ParenClose,
  /** `)` of a method call. */
  CallClose,
  EscapedDirective,
  SetDirective,
  LineCommentStart,
  DoubleEscape,
  Escape,
  Text,
  LineCommentEnd,
  BlockComment,
  TextBlock,
  Whitespace,
  StringLiteral,
  True,
  False,
  Minus,
  Plus,
  Multiply,
  Divide,
  Modulo,
  And,
  Or,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Equal,
  NotEqual,
  Not,
  Assign,
  End,
  If,
  ElseIf,
  Else,
  IntegerLiteral,
  FloatLiteral,
  Word,
  BracketedWord,
  Identifier,
  Dot,
  /** `{` of `${`. */
  CurlyOpen,
  CurlyClose,
  /** `$[`, `$![` and `$.`: plain text. */
  EmptyIndex,
  // What only begins a token:
  ReferenceStart,
  DirectiveStart,
  TextBlockStart,
  BlockCommentStart,
  FormalCommentStart,
}

/** One token. Tokens form a chain, because Velocity's nodes print the text between two of them. */
export interface Token {
  readonly kind: Kind
  /** What was matched, with everything that only led to it, as the `$` of `$name`. References strip their escapes from it. */
  image: string
  /** Offsets into the source of `image` as it was matched. */
  readonly start: number
  readonly end: number
  /** Matched before it and not part of any rule, oldest first: the lone `$` and `#` of plain text. */
  readonly special: readonly string[] | null
  next: Token | null
}

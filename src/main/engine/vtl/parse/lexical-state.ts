/** What the tokenizer is in the middle of; each state knows other tokens. Source: Apache Velocity 1.7, Parser grammar, "Parser States". */
export const enum LexicalState {
  Default,
  /** After `$`: a name, `.`, `[` or the end of the reference. */
  Reference,
  /** After the dot of `$a.`. */
  Modifier,
  /** Between the parentheses of a method call. */
  Call,
  /** Between the brackets of `$a[`. */
  Index,
  /** After `#`, before it is known which directive it is. */
  PreDirective,
  /** Between the parentheses of a directive. */
  Directive,
  LineComment,
  BlockComment,
  FormalComment,
  TextBlock,
}

/** A JMESPath expression. Source: jmespath.org, specification. */
export type Expression =
  | { readonly kind: 'current' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly start: number | null; readonly stop: number | null; readonly step: number }
  | { readonly kind: 'literal'; readonly value: unknown }
  /** `left.right`, `left[0]`. */
  | { readonly kind: 'chain'; readonly left: Expression; readonly right: Expression }
  /** What comes behind `[*]`, `*`, `[]` or `[?...]` is done with each item; `left` gives the list. */
  | {
      readonly kind: 'projection'
      readonly over: 'list' | 'values' | 'flatten'
      readonly left: Expression
      readonly filter: Expression | null
      readonly right: Expression
    }
  | { readonly kind: 'pipe'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'hash'; readonly members: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** `&expression`, for functions that use it. */
  | { readonly kind: 'reference'; readonly of: Expression }

/** Why a text is no expression, as in "unexpected ]". */
export class ExpressionProblem extends SyntaxError {}

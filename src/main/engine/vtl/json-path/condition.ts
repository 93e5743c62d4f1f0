import type { PathToken } from './path-token'
import type { PathPattern } from './path-pattern'

/** In the order in which Jayway 2.0.0 looks for them: `a <= b == c` compares `a <= b` with `c`. */
export const OPERATORS = ['==', '>=', '<=', '!=', '<', '>', '=~'] as const
export type Operator = (typeof OPERATORS)[number]

/** What stands on one side of an operator. A number or word without quotes is a text like any other. */
export type Operand =
  | { readonly kind: 'path'; readonly isFromRoot: boolean; readonly tokens: readonly PathToken[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: PathPattern }

/** What a filter asks of a value. */
export type Condition =
  | { readonly kind: 'exists'; readonly tokens: readonly PathToken[]; readonly isWanted: boolean }
  | { readonly kind: 'compare'; readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'all' | 'any'; readonly first: Condition; readonly second: Condition }

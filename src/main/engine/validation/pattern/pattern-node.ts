import type { CodePoints } from './code-points'

/** A regular expression of ECMA-262, read with Unicode semantics: one node matches code points, never half of a surrogate pair. */
export type PatternNode =
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'boundary'; readonly isNegated: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | RepeatNode
  | { readonly kind: 'capture'; readonly body: PatternNode; readonly index: number }
  | LookNode
  | { readonly kind: 'backreference'; readonly index: number }

/** `max` is Infinity when there is no upper bound. */
export interface RepeatNode {
  readonly kind: 'repeat'
  readonly body: PatternNode
  readonly min: number
  readonly max: number
  readonly isLazy: boolean
}

export interface LookNode {
  readonly kind: 'look'
  readonly body: PatternNode
  readonly isBehind: boolean
  readonly isNegated: boolean
}

/** What matches the empty text everywhere. */
export const NOTHING: PatternNode = { kind: 'sequence', parts: [] }

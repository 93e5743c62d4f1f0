import type { CodePoints } from '../../../validation/pattern/code-points'

/** Where a position may be, without a character being read. */
export type Place =
  | 'text start'
  | 'text end'
  | 'last line end'
  | 'line start'
  | 'line end'
  | 'previous match end'
  | 'word boundary'
  | 'no word boundary'

export type RepeatMode = 'greedy' | 'lazy' | 'possessive'

/** A regular expression of `java.util.regex`, parsed. */
export type RegexNode =
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'place'; readonly place: Place; readonly isUnixLines: boolean; readonly isUnicode: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | RepeatNode
  | { readonly kind: 'capture'; readonly body: RegexNode; readonly index: number }
  /** `(?:X)`: keeps a repeated group apart from a repeated character. */
  | { readonly kind: 'group'; readonly body: RegexNode }
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | LookNode
  | { readonly kind: 'backreference'; readonly index: number; readonly folding: Folding }

/** Which characters are taken for equal: `ascii` and `unicode` regardless of their case. */
export type Folding = 'none' | 'ascii' | 'unicode'

export interface RepeatNode {
  readonly kind: 'repeat'
  readonly body: RegexNode
  readonly min: number
  /** Infinity when there is no upper bound. */
  readonly max: number
  readonly mode: RepeatMode
}

export interface LookNode {
  readonly kind: 'look'
  readonly body: RegexNode
  /** How many characters a look behind goes back; null for a look ahead. */
  readonly behind: { readonly min: number; readonly max: number } | null
  readonly isNegated: boolean
}

export interface ParsedRegex {
  readonly node: RegexNode
  /** Without the whole match. */
  readonly groupCount: number
  readonly groupNames: ReadonlyMap<string, number>
  /** Whether the pattern names characters beyond U+FFFF, or halves of them: then looking behind counts characters, not units. */
  readonly hasSupplementary: boolean
}

/** What matches the empty text everywhere. */
export const NOTHING: RegexNode = { kind: 'sequence', parts: [] }

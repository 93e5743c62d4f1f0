/** One step of a path, as Jayway JsonPath 2.0.0 tells them apart. */
export type PathToken =
  /** `$`: the value itself, also in the middle of a path. */
  | { readonly kind: 'root' }
  /** `.a`, `['a']`, `['a','b']`; more than one name gives a map of those that are there. */
  | { readonly kind: 'members'; readonly names: readonly string[] }
  /** `*` */
  | { readonly kind: 'wildcard' }
  /** `..` */
  | { readonly kind: 'scan' }
  /** `[3]`; a negative one is never there. */
  | { readonly kind: 'index'; readonly index: number }
  /** `[(@.length-1)]`; the offset is -1. */
  | { readonly kind: 'fromEnd'; readonly offset: number }
  /** `[0,2]` */
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  /** `[1:]`, `[:2]`, `[1:2]`; null is an end that is not written. */
  | { readonly kind: 'slice'; readonly from: number | null; readonly to: number | null }
  /** `[?(...)]`, with its brackets; null for `[?]`, a filter that only Java code could supply. */
  | { readonly kind: 'filter'; readonly source: string | null }

export const ROOT: PathToken = { kind: 'root' }
export const WILDCARD: PathToken = { kind: 'wildcard' }
export const SCAN: PathToken = { kind: 'scan' }

/** Whether the path leads to one place at most, so that its result is a value and not a list. */
export function isDefinite(tokens: readonly PathToken[]): boolean {
  return tokens.every(({ kind }) => kind === 'root' || kind === 'members' || kind === 'index' || kind === 'fromEnd')
}

/** What following a definite path costs, when visiting a value costs 1. */
export function costOf(tokens: readonly PathToken[]): number {
  return tokens.reduce((cost, token) => cost + (token.kind === 'members' ? token.names.length : 1), 0)
}

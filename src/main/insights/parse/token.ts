import type { Span } from './query'

/** `name`: a field, function or keyword; `quoted`: a field in backticks; `amount`: a number with a unit behind it, as in `5m`. */
export type TokenKind = 'name' | 'quoted' | 'number' | 'amount' | 'string' | 'symbol' | 'end'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Without quotes and escapes. */
  readonly text: string
}

/** "GET /a" and what else a message quotes of a query. */
export function tokenText(token: Token): string {
  return token.kind === 'end' ? 'the end of the query' : `"${token.text}"`
}

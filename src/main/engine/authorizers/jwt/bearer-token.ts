/**
 * The token in the value of an identity source: the value itself, or what follows "Bearer " in any case. Empty when there is none.
 * Source: http-api.md 5.2; rest-api.md 7.7.
 */
export function bearerToken(identity: string | null): string {
  if (identity === null || identity.trim() === '') return ''
  const [prefix = ''] = /^bearer +/i.exec(identity) ?? []
  return identity.slice(prefix.length)
}

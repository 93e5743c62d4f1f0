/** The claims of a token, as JSON says them. Read with `claim`: a name may be "__proto__" or "constructor". */
export type JwtClaims = Readonly<Record<string, unknown>>

/** Undefined for a claim that is not there. */
export function claim(claims: JwtClaims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined
}

/** A claim that is one text or a list of texts, as `aud` may be; entries that are no text are passed over. */
export function claimTexts(claims: JwtClaims, name: string): readonly string[] {
  const value = claim(claims, name)
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  return entries.filter((entry) => typeof entry === 'string')
}

/**
 * Every scope of a token, those of `scp` first, each once. Both claims may be a text with blanks between the scopes or a list.
 * Source: http-api.md 5.2.
 */
export function claimedScopes(claims: JwtClaims): readonly string[] {
  const scopes = ['scp', 'scope'].flatMap((name) => {
    const value = claim(claims, name)
    return typeof value === 'string' ? value.split(' ').filter((scope) => scope !== '') : claimTexts(claims, name)
  })
  return [...new Set(scopes)]
}

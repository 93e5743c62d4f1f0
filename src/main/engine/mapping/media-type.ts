/**
 * Whether a media type is one of the API's `binaryMediaTypes`. An entry counts as "type/subtype" or as a type with any subtype
 * ("image/*"); "*" before the slash never matches, and a wildcard that a request sends only matches the same entry. The entry for
 * everything also matches a type that is absent.
 * Source: rest-api.md 9.3, recorded.
 */
export function isBinaryType(binaryMediaTypes: readonly string[] | undefined, mediaType: string | undefined): boolean {
  const entries = (binaryMediaTypes ?? []).map((entry) => entry.toLowerCase())
  if (entries.includes('*/*')) return true
  const wanted = mimeOf(mediaType)
  if (wanted === '') return false
  return entries.some((entry) => {
    if (entry.startsWith('*/')) return false
    return entry === wanted || (entry.endsWith('/*') && wanted.startsWith(entry.slice(0, -1)))
  })
}

/** Only the first type that a client accepts counts. */
export function firstAccepted(accept: string | undefined): string | undefined {
  return accept?.split(',')[0]
}

/** "Application/JSON; charset=utf-8" -> "application/json". */
export function mimeOf(mediaType: string | undefined): string {
  return (mediaType ?? '').split(';')[0]!.trim().toLowerCase()
}

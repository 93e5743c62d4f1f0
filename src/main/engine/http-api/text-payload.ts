import { mimeOf } from '../mapping/media-type'

const TEXT_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/javascript', 'application/xml'])

/**
 * Whether a request's body goes to a function as text. Everything else, forms and bodies without a type included, goes as base64.
 * Source: http-api.md 8.2.3, observed; types with the suffixes +json and +xml, and bodies with a coding, are assumed.
 */
export function isTextPayload(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  const coding = (contentEncoding ?? '').trim().toLowerCase()
  if (coding !== '' && coding !== 'identity') return false
  const type = mimeOf(contentType)
  return type.startsWith('text/') || TEXT_TYPES.has(type) || type.endsWith('+json') || type.endsWith('+xml')
}

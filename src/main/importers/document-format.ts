import { inWords, isRecord } from './json-place'

/** What a document is, by the members that only such a document has. */
export type DocumentFormat = 'gatewright' | 'openapi' | 'sam' | 'cloudformation' | 'unknown'

/** Recognises a document by its content; the file's name says nothing. */
export function documentFormat(value: unknown): DocumentFormat {
  if (!isRecord(value)) return 'unknown'
  if (Object.hasOwn(value, 'gatewright')) return 'gatewright'
  if (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger')) return 'openapi'
  if (!Object.hasOwn(value, 'Resources')) return 'unknown'
  return isSam(value) ? 'sam' : 'cloudformation'
}

/** A SAM template says so by its transform, or has resources of SAM's types. */
function isSam(template: Readonly<Record<string, unknown>>): boolean {
  const transform = template['Transform']
  const transforms: readonly unknown[] = Array.isArray(transform) ? transform : [transform]
  if (transforms.some((name) => typeof name === 'string' && name.startsWith('AWS::Serverless'))) return true
  const resources = template['Resources']
  if (!isRecord(resources)) return false
  return Object.values(resources).some(
    (resource) =>
      isRecord(resource) && typeof resource['Type'] === 'string' && resource['Type'].startsWith('AWS::Serverless::'),
  )
}

/** What was found instead, for the message: "a list", "an object with the members a, b". */
export function foundInstead(value: unknown): string {
  if (!isRecord(value)) return inWords(value)
  const names = Object.keys(value)
  if (names.length === 0) return 'an empty object'
  const shown = names.slice(0, 5).map((name) => `"${name.slice(0, 40)}"`)
  return `an object with ${shown.join(', ')}${names.length > shown.length ? ' ...' : ''}`
}

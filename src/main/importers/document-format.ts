import { inWords, isRecord } from './json-place'

/** What a document is, by the members that only such a document has. */
export type DocumentFormat = 'gatewright' | 'openapi' | 'sam' | 'cloudformation' | 'unknown'

/** Recognises a document by its content; the file's name says nothing. */
export function documentFormat(value: unknown): DocumentFormat {
  if (!isRecord(value)) return 'unknown'
  if (Object.hasOwn(value, 'gatewright')) return 'gatewright'
  if (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger')) return 'openapi'
  if (isResourcesOnly(value)) return isSamTemplate({ Resources: value }) ? 'sam' : 'cloudformation'
  if (!Object.hasOwn(value, 'Resources')) return 'unknown'
  return isSamTemplate(value) ? 'sam' : 'cloudformation'
}

/** A part of a template as guides print it: resources without the section around them. */
export function isResourcesOnly(value: unknown): boolean {
  if (!isRecord(value)) return false
  const members = Object.values(value)
  return members.length > 0 && members.every((member) => isRecord(member) && isResourceType(member['Type']))
}

function isResourceType(type: unknown): boolean {
  return typeof type === 'string' && /^(AWS|Custom)::\w/.test(type)
}

/** A SAM template says so by its transform, or has resources of SAM's types. */
export function isSamTemplate(template: Readonly<Record<string, unknown>>): boolean {
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

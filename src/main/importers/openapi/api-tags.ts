import { membersAt } from '../members'
import type { OpenApiContext } from './openapi-context'

/** The document's tags that hold an `x-amazon-apigateway-tag-value` are tags of the API; the others sort its documentation. */
export function readApiTags(context: OpenApiContext): Readonly<Record<string, string>> | undefined {
  const entries = (context.document.list('tags') ?? []).flatMap((place): [string, string][] => {
    const tag = membersAt(place, 'a tag of the document', context.findings)
    const name = tag?.text('name')
    const value = tag?.text('x-amazon-apigateway-tag-value')
    if (!tag) return []
    if (name === undefined || value === undefined) {
      context.findings.tally('import/documentation-dropped', 'tags', place.pointer)
      return []
    }
    tag.skipDocumentation('description', 'externalDocs')
    tag.finish()
    return [[name, value]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

import { membersAt } from '../members'
import type { OpenApiContext } from './openapi-context'

/** The descriptions among the documentation parts that a design has a place for. */
export interface DocumentationParts {
  readonly api: string | undefined
  /** "GET /orders" -> its description. */
  readonly methods: ReadonlyMap<string, string>
  /** By the model's name, each with its place, because not every name is one of a model. */
  readonly models: ReadonlyMap<string, { readonly description: string; readonly pointer: string }>
}

/** Reads `x-amazon-apigateway-documentation`; what has no place is counted. Source: rest-api.md 17.1. */
export function readDocumentationParts(context: OpenApiContext): DocumentationParts {
  const documentation = context.document.members('x-amazon-apigateway-documentation')
  let api: string | undefined
  const methods = new Map<string, string>()
  const models = new Map<string, { description: string; pointer: string }>()
  for (const place of documentation?.list('documentationParts') ?? []) {
    const part = membersAt(place, 'a documentation part', context.findings)
    const location = part?.members('location')
    const description = part?.members('properties')?.text('description')
    const type = location?.text('type')
    if (type === 'API' && description !== undefined) api ??= description
    else if (type === 'METHOD' && description !== undefined) {
      methods.set(`${location?.text('method') ?? '*'} ${location?.text('path') ?? '/'}`, description)
    } else if (type === 'MODEL' && description !== undefined) {
      models.set(location?.text('name') ?? '', { description, pointer: place.pointer })
    } else context.findings.tally('import/documentation-dropped', 'documentationParts', place.pointer)
  }
  documentation?.skip('version')
  documentation?.finish()
  return { api, methods, models }
}

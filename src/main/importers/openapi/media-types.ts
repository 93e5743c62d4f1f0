import type { Members } from '../members'
import { capitalised } from './name-words'
import type { Models } from './models'
import type { OpenApiContext } from './openapi-context'

/** Content type -> model, as in { "application/json": "CreateOrder" }. */
export type BodyModels = Readonly<Record<string, string>>

/** What a model for a schema written in place is named after; only asked for when there is one. */
export type Words = () => readonly string[]

/** Reads OpenAPI 3's `content`. */
export function readContent(owner: Members, models: Models, words: Words): BodyModels {
  const content = owner.members('content')
  const result: Record<string, string> = {}
  for (const contentType of Object.keys(content?.record ?? {})) {
    const media = content?.members(contentType)
    const schema = media?.place('schema')
    media?.skipDocumentation('example', 'examples')
    media?.notCarried('encoding', 'API Gateway does not look into form bodies.')
    media?.finish()
    const name = schema && models.nameFor(schema, () => [...words(), ...subtypeWords(contentType)], contentType)
    if (name !== undefined) result[contentType] = name
  }
  return result
}

/** Reads Swagger's `schema`, which holds for each of the content types of the operation or of the document. */
export function readSwaggerSchema(
  owner: Members,
  contentTypes: readonly string[],
  models: Models,
  words: Words,
): BodyModels {
  const schema = owner.place('schema')
  const first = contentTypes[0]
  const name = schema && first !== undefined ? models.nameFor(schema, words, first) : undefined
  return name === undefined ? {} : Object.fromEntries(contentTypes.map((contentType) => [contentType, name]))
}

/** Swagger's `consumes` or `produces`: the operation's, else the document's, else JSON. */
export function contentTypesOf(context: OpenApiContext, operation: Members, name: 'consumes' | 'produces'): string[] {
  const types = (operation.has(name) ? operation : context.document).texts(name) ?? []
  return types.length === 0 ? ['application/json'] : types
}

/** JSON is what a model is about unless its name says otherwise: "application/xml" -> ["Xml"]. */
function subtypeWords(contentType: string): string[] {
  const subtype = contentType.split(';')[0]?.split('/')[1] ?? ''
  if (subtype === 'json') return []
  return subtype.split(/[^A-Za-z0-9]+/).map((word) => capitalised(word))
}

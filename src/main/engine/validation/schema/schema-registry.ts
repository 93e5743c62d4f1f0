import metaSchema from 'ajv-draft-04/dist/refs/json-schema-draft-04.json'
import type { JsonSchema } from '@shared/design/model'
import { isJsonObject } from './json-value'
import { resolveUri, splitFragment } from './uri-reference'

const DRAFT_04 = 'http://json-schema.org/draft-04/schema'

/** Schemas nested deeper than this are not looked into, so that walking them cannot run out of stack. */
export const MAX_SCHEMA_DEPTH = 500

/** Where a keyword holds schemas: one, a list of them, or one under each name. `items` may be either of the first two. */
const SCHEMA_KEYWORDS = ['items', 'additionalItems', 'additionalProperties', 'not'] as const
const SCHEMA_LIST_KEYWORDS = ['items', 'allOf', 'anyOf', 'oneOf'] as const
const SCHEMA_MAP_KEYWORDS = ['definitions', 'properties', 'patternProperties', 'dependencies'] as const

/** Finds a schema document by its address, without its fragment; undefined when it is not known. Nothing is ever fetched. */
export type ResolveSchema = (uri: string) => JsonSchema | undefined

/**
 * Knows under which address each schema can be referred to, and which address is in force inside it.
 * Source: JSON Schema core draft-04, 7 (`id`) and JSON Reference draft-03.
 */
export class SchemaRegistry {
  /** By address without fragment, or with one where an `id` such as "#name" gave it. */
  private readonly schemas = new Map<string, JsonSchema>()
  private readonly bases = new Map<JsonSchema, string>()

  constructor(private readonly resolve: ResolveSchema) {}

  add(uri: string, document: JsonSchema): void {
    this.schemas.set(uri, document)
    this.note(document, uri, 0)
  }

  /** The address in force inside a schema. */
  baseOf(schema: JsonSchema): string {
    return this.bases.get(schema) ?? ''
  }

  /** The schema that `$ref` means where `base` is in force, or undefined. */
  find(reference: string, base: string): JsonSchema | undefined {
    const uri = resolveUri(base, reference)
    const [address, fragment] = splitFragment(uri)
    if (fragment !== '' && !fragment.startsWith('/')) {
      this.document(address)
      return this.schemas.get(uri) ?? this.ask(uri)
    }
    const document = this.document(address)
    if (fragment === '') return document
    return (document === undefined ? undefined : this.follow(document, fragment)) ?? this.ask(uri)
  }

  private document(address: string): JsonSchema | undefined {
    const known = this.schemas.get(address)
    if (known !== undefined) return known
    return address === DRAFT_04 ? this.keep(address, metaSchema) : this.ask(address)
  }

  private ask(uri: string): JsonSchema | undefined {
    const found = this.resolve(uri)
    return found === undefined ? undefined : this.keep(uri, found)
  }

  private keep(uri: string, schema: JsonSchema): JsonSchema {
    if (this.schemas.get(uri) !== schema) this.add(uri, schema)
    return schema
  }

  private follow(document: JsonSchema, pointer: string): JsonSchema | undefined {
    let at: unknown = document
    let base = this.baseOf(document)
    for (const segment of decode(pointer).slice(1).split('/')) {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
      at = (at as Readonly<Record<string, unknown>>)[name]
      if (isJsonObject(at)) base = this.bases.get(at) ?? base
    }
    if (!isJsonObject(at)) return undefined
    // A place that no keyword of the draft makes a schema: it is one because it is referred to.
    if (!this.bases.has(at)) this.note(at, base, 0)
    return at
  }

  private note(schema: JsonSchema, outerBase: string, depth: number): void {
    this.bases.set(schema, outerBase)
    // Everything beside `$ref` is ignored, an `id` as well.
    if (typeof schema.$ref === 'string' || depth > MAX_SCHEMA_DEPTH) return
    const base = typeof schema.id === 'string' ? this.noteId(schema, schema.id, outerBase) : outerBase
    this.bases.set(schema, base)
    for (const inner of schemasIn(schema)) this.note(inner, base, depth + 1)
  }

  private noteId(schema: JsonSchema, id: string, outerBase: string): string {
    const uri = resolveUri(outerBase, id)
    const [address, fragment] = splitFragment(uri)
    if (fragment !== '') this.schemas.set(uri, schema)
    else if (address !== outerBase) this.schemas.set(address, schema)
    return address
  }
}

/** The schemas directly inside a schema, in the places where draft-04 has schemas. */
function* schemasIn(schema: JsonSchema): Iterable<JsonSchema> {
  for (const keyword of SCHEMA_KEYWORDS) yield* [schema[keyword]].filter(isJsonObject)
  for (const keyword of SCHEMA_LIST_KEYWORDS) {
    const list = schema[keyword]
    if (Array.isArray(list)) yield* list.filter(isJsonObject)
  }
  for (const keyword of SCHEMA_MAP_KEYWORDS) {
    const map = schema[keyword]
    if (isJsonObject(map)) yield* Object.values(map).filter(isJsonObject)
  }
}

/** A fragment may be percent-encoded; one that is encoded wrongly is taken as it stands. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

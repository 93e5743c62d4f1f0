import { fallbackOf, type Property, type Shape, type StructShape, type TextShape, type UnionShape } from './shape'

/** A JSON Schema (draft-07) as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** `file`: what has a default may be missing. `design`: nothing may that the types say is there. */
export type SchemaPurpose = 'file' | 'design'

/** The JSON Schema of a shape: structs become named definitions, unknown keys are allowed everywhere. */
export function jsonSchemaOf(shape: StructShape, title: string, purpose: SchemaPurpose): JsonSchema {
  const definitions = new Definitions(purpose)
  const root = structSchema(shape, definitions)
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...root, definitions: definitions.byName }
}

class Definitions {
  readonly byName: Record<string, JsonSchema> = {}
  constructor(readonly purpose: SchemaPurpose) {}
}

function schemaOf(shape: Shape, definitions: Definitions): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape)
    case 'number':
      return { type: 'number' }
    case 'flag':
      return shape.isAlwaysTrue ? { type: 'boolean', enum: [true] } : { type: 'boolean' }
    case 'anything':
      return {}
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, definitions) }
    case 'oneOrMore':
      return oneOrMoreSchema(shape.of, definitions)
    case 'record':
      return recordSchema(schemaOf(shape.of, definitions), shape.keys)
    case 'struct':
      return reference(shape, definitions)
    case 'union':
      return unionSchema(shape, definitions)
  }
}

function textSchema({ values, isNullable }: TextShape): JsonSchema {
  return { type: isNullable ? ['string', 'null'] : 'string', ...(values && { enum: values }) }
}

/**
 * Not `anyOf`, which reports a value that fits neither branch once per branch: a keyword speaks only of values of its own type, so the
 * keywords of the one and `items` of the list stand side by side.
 */
function oneOrMoreSchema(of: Shape, definitions: Definitions): JsonSchema {
  const items = schemaOf(of, definitions)
  const one = of.kind === 'struct' ? (definitions.byName[of.name] ?? {}) : items
  return { ...one, type: [one.type, 'array'], items }
}

function recordSchema(value: JsonSchema, keys: readonly string[] | undefined): JsonSchema {
  if (!keys) return { type: 'object', additionalProperties: value }
  return { type: 'object', properties: Object.fromEntries(keys.map((key) => [key, value])) }
}

/** `discriminator` lets the check report against the one struct that is meant. */
function unionSchema(shape: UnionShape, definitions: Definitions): JsonSchema {
  return {
    type: 'object',
    discriminator: { propertyName: shape.by },
    required: [shape.by],
    properties: { [shape.by]: { type: 'string', enum: Object.keys(shape.cases) } },
    oneOf: Object.values(shape.cases).map((struct) => reference(struct, definitions)),
  }
}

function reference(shape: StructShape, definitions: Definitions): JsonSchema {
  if (!Object.hasOwn(definitions.byName, shape.name)) {
    definitions.byName[shape.name] = {}
    definitions.byName[shape.name] = structSchema(shape, definitions)
  }
  return { $ref: `#/definitions/${shape.name}` }
}

function structSchema(shape: StructShape, definitions: Definitions): JsonSchema {
  const members = Object.entries(shape.properties)
  const properties = Object.fromEntries(members.map(([key, property]) => [key, memberSchema(property, definitions)]))
  const required = members.flatMap(([key, property]) => (isRequired(property, definitions.purpose) ? [key] : []))
  const anyOf = shape.oneOf?.map((key) => ({ required: [key] }))
  return { type: 'object', ...(required.length > 0 && { required }), ...(anyOf && { anyOf }), properties }
}

function isRequired(property: Property, purpose: SchemaPurpose): boolean {
  if (purpose === 'file') return property.presence === 'present' && property.fallback === undefined
  return property.presence === 'present' || property.isInDesign === true
}

function memberSchema(property: Property, definitions: Definitions): JsonSchema {
  const schema = schemaOf(property.shape, definitions)
  const fallback = fallbackOf(property)
  if (fallback === undefined) return schema
  // Beside $ref draft-07 ignores every other keyword.
  return schema.$ref === undefined ? { ...schema, default: fallback } : { allOf: [schema], default: fallback }
}

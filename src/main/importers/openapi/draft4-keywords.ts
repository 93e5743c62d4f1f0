/** How the value of a schema's keyword is read. */
export type KeywordKind =
  | 'schema'
  | 'schemaOrFlag'
  | 'schemaOrSchemas'
  | 'schemas'
  | 'schemaMap'
  | 'patternMap'
  | 'dependencies'
  | 'number'
  | 'positiveNumber'
  | 'count'
  | 'flag'
  | 'text'
  | 'names'
  | 'values'
  | 'anything'
  | 'type'
  | 'pattern'
  | 'limit'

/** The keywords that draft-04 has, kept under their names. Source: JSON Schema draft-04, core and validation. */
export const DRAFT4_KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map<string, KeywordKind>([
  ['title', 'text'],
  ['description', 'text'],
  ['format', 'text'],
  ['default', 'anything'],
  ['type', 'type'],
  ['enum', 'values'],
  ['multipleOf', 'positiveNumber'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['exclusiveMinimum', 'limit'],
  ['exclusiveMaximum', 'limit'],
  ['minLength', 'count'],
  ['maxLength', 'count'],
  ['pattern', 'pattern'],
  ['items', 'schemaOrSchemas'],
  ['additionalItems', 'schemaOrFlag'],
  ['uniqueItems', 'flag'],
  ['properties', 'schemaMap'],
  ['patternProperties', 'patternMap'],
  ['additionalProperties', 'schemaOrFlag'],
  ['required', 'names'],
  ['minProperties', 'count'],
  ['maxProperties', 'count'],
  ['dependencies', 'dependencies'],
  ['definitions', 'schemaMap'],
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['not', 'schema'],
])

/** Keywords that say nothing about which values are valid, and two that the service drops. Counted, not listed one by one. */
export const DROPPED_KEYWORDS: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'discriminator',
  'xml',
  'readOnly',
  'writeOnly',
  'deprecated',
  'externalDocs',
  'contentEncoding',
  'contentMediaType',
  '$comment',
  '$schema',
  '$id',
  '$anchor',
  'minItems',
  'maxItems',
])

/** Words of newer drafts that decide which values are valid and that draft-04 cannot say. */
export const UNSAYABLE_KEYWORDS: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
])

export const TYPES: ReadonlySet<unknown> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
])

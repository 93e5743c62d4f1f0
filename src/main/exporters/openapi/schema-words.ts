/** Whether a keyword's value is of the kind that the notations allow; a keyword that is not would make the whole document invalid. */
type Fits = (value: unknown) => boolean

const isText: Fits = (value) => typeof value === 'string'
const isFlag: Fits = (value) => typeof value === 'boolean'
const isNumber: Fits = (value) => typeof value === 'number' && Number.isFinite(value)
const isPositive: Fits = (value) => isNumber(value) && (value as number) > 0
const isCount: Fits = (value) => Number.isInteger(value) && (value as number) >= 0
const isNames: Fits = (value) =>
  Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length
const isValues: Fits = (value) => Array.isArray(value) && value.length > 0

/** Keywords of draft-04 that both notations have, with the same meaning. Source: OpenAPI 3.0.3, Schema Object; Swagger 2.0, same. */
export const SAME_KEYWORDS: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ['title', isText],
  ['description', isText],
  ['format', isText],
  ['default', (value) => value !== undefined],
  ['multipleOf', isPositive],
  ['minimum', isNumber],
  ['exclusiveMinimum', isFlag],
  ['maximum', isNumber],
  ['exclusiveMaximum', isFlag],
  ['minLength', isCount],
  ['maxLength', isCount],
  ['pattern', isPattern],
  ['minItems', isCount],
  ['maxItems', isCount],
  ['uniqueItems', isFlag],
  ['minProperties', isCount],
  ['maxProperties', isCount],
  ['required', isNames],
  ['enum', isValues],
])

/** Written, and yet not taken over when the service reads the document. Source: "Amazon API Gateway important notes". */
export const IGNORED_BY_IMPORT: readonly string[] = ['minItems', 'maxItems']

/** Say nothing about which values are valid. */
export const IDLE_KEYWORDS: readonly string[] = ['$schema', 'id', 'title', 'description', 'default', 'definitions']

export const SCHEMA_TYPES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new RegExp(value, 'u') instanceof RegExp
  } catch {
    return false
  }
}

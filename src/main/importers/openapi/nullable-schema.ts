import type { JsonSchema } from '@shared/design/model'

const COMBINATIONS: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'not', '$ref']

/** OpenAPI's `nullable: true` in draft-04's words: null as one more type, and one more value of an `enum`. */
export function withNull(schema: JsonSchema): JsonSchema {
  const type = schema['type']
  if (type === undefined) {
    // Without a type null is valid already, unless a combination or a list of values says otherwise.
    const decides = Object.keys(schema).some((name) => COMBINATIONS.includes(name) || name === 'enum')
    return decides ? { anyOf: [{ type: 'null' }, schema] } : schema
  }
  const types: readonly unknown[] = Array.isArray(type) ? type : [type]
  const values = schema['enum']
  return {
    ...schema,
    type: types.includes('null') ? types : [...types, 'null'],
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  }
}

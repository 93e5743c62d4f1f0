import { canonicalText, jsonTypeOf, type JsonTypeName } from './json-value'
import { listOf } from './keyword-values'
import { shown, type Check, type KeywordChecks, type SchemaScope } from './schema-check'

const TYPE_NAMES: ReadonlySet<string> = new Set<JsonTypeName>([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
])

/** `type` and `enum`. Source: JSON Schema validation draft-04, 5.5.1 and 5.5.2. */
export function generalKeywords(scope: SchemaScope): KeywordChecks {
  return { own: [enumCheck(scope), typeCheck(scope)] }
}

function typeCheck({ schema, report }: SchemaScope): Check | null {
  if (schema.type === undefined) return null
  const names = new Set<unknown>(Array.isArray(schema.type) ? schema.type : [schema.type])
  for (const name of names) {
    if (typeof name !== 'string' || !TYPE_NAMES.has(name)) report(`"type" has an unknown type: ${shown(name)}`)
  }
  // An integer is a number; the service lists both.
  if (names.has('number')) names.add('integer')
  const allowed = shown([...names].sort())
  return (value, run) => {
    const type = jsonTypeOf(value)
    if (names.has(type)) return true
    return run.fail(() => `instance type (${type}) does not match any allowed primitive type (allowed: ${allowed})`)
  }
}

function enumCheck(scope: SchemaScope): Check | null {
  const values = listOf(scope, 'enum')
  if (values === undefined) return null
  const texts = new Set(values.map(canonicalText))
  return (value, run) =>
    texts.has(canonicalText(value)) ||
    run.fail(() => `instance value (${shown(value)}) not found in enum (possible values: ${shown(values)})`)
}

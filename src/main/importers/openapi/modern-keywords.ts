import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import { isRecord, type JsonRecord } from '../json-place'

/**
 * Keywords of newer drafts (OpenAPI 3.1) in draft-04's words, where it has words for them: numeric `exclusiveMinimum` and
 * `exclusiveMaximum`, `const`, `prefixItems`, `$defs`, `dependentRequired`, `dependentSchemas`. The same object when there is none.
 */
export function modernKeywords(schema: JsonRecord, pointer: string, findings: Findings): JsonRecord {
  const changed = MODERN.filter(({ name, fits }) => Object.hasOwn(schema, name) && fits(schema[name]))
  if (changed.length === 0) return schema
  const result = new Map(Object.entries(schema))
  for (const { name, rewrite } of changed) {
    findings.tally('import/schema-approximated', name, `${pointer}/${pointerSegment(name)}`)
    const value = result.get(name)
    result.delete(name)
    rewrite(result, value)
  }
  return Object.fromEntries(result)
}

/** What a keyword of draft-04 was made of, by which it is found in the text: "$defs" for "definitions". */
export function writtenName(name: string, written: JsonRecord): string {
  if (Array.isArray(written['prefixItems'])) {
    if (name === 'items') return 'prefixItems'
    if (name === 'additionalItems') return 'items'
  }
  if (Object.hasOwn(written, name)) return name
  return WRITTEN_NAMES.get(name)?.find((other) => Object.hasOwn(written, other)) ?? name
}

const WRITTEN_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['definitions', ['$defs']],
  ['dependencies', ['dependentSchemas', 'dependentRequired']],
  ['enum', ['const']],
  ['minimum', ['exclusiveMinimum']],
  ['maximum', ['exclusiveMaximum']],
])

interface ModernKeyword {
  readonly name: string
  readonly fits: (value: unknown) => boolean
  readonly rewrite: (schema: Map<string, unknown>, value: unknown) => void
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const always = (): boolean => true

const MODERN: readonly ModernKeyword[] = [
  {
    name: 'exclusiveMinimum',
    fits: isNumber,
    rewrite: (schema, value) => exclusiveLimit(schema, value, 'minimum', 'exclusiveMinimum'),
  },
  {
    name: 'exclusiveMaximum',
    fits: isNumber,
    rewrite: (schema, value) => exclusiveLimit(schema, value, 'maximum', 'exclusiveMaximum'),
  },
  { name: 'const', fits: always, rewrite: (schema, value) => schema.set('enum', [value]) },
  { name: 'prefixItems', fits: Array.isArray, rewrite: prefixItems },
  { name: '$defs', fits: isRecord, rewrite: (schema, value) => merge(schema, 'definitions', value) },
  { name: 'dependentRequired', fits: isRecord, rewrite: (schema, value) => merge(schema, 'dependencies', value) },
  { name: 'dependentSchemas', fits: isRecord, rewrite: (schema, value) => merge(schema, 'dependencies', value) },
]

/** The stricter of the two limits stays: "above 5" beats "5 or more", "8 or more" beats "above 5". */
function exclusiveLimit(schema: Map<string, unknown>, value: unknown, limit: string, exclusive: string): void {
  const other = schema.get(limit)
  if (!isNumber(value)) return
  const isStricter = !isNumber(other) || (limit === 'minimum' ? value >= other : value <= other)
  if (!isStricter) return
  schema.set(limit, value)
  schema.set(exclusive, true)
}

/** The items at the front one by one; `items` then judges the rest, which draft-04 calls `additionalItems`. */
function prefixItems(schema: Map<string, unknown>, value: unknown): void {
  const rest = schema.get('items')
  schema.set('items', value)
  if (rest !== undefined) schema.set('additionalItems', rest)
}

function merge(schema: Map<string, unknown>, name: string, value: unknown): void {
  const known = schema.get(name)
  schema.set(name, { ...(isRecord(known) && known), ...(isRecord(value) && value) })
}

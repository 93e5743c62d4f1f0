import type { JsonSchema, Model } from './model'
import { sampleFromPattern } from './sample-from-pattern'

/** Values of a sample at most: a schema can ask for more than anybody reads. */
const MOST_VALUES = 500
const DEEPEST = 24
const MOST_ITEMS = 20

type Models = { readonly [modelName: string]: Pick<Model, 'schema'> }

/**
 * A value that a model's schema accepts, as far as that can be read off it: every property, one item in an array, the smallest figures
 * that the limits allow. `models` are those that references name. What refers to itself ends where it may be left out.
 */
export function sampleFromSchema(schema: JsonSchema, models: Models): unknown {
  const state: State = { root: schema, models, left: MOST_VALUES }
  return sampleOf(schema, { name: 'text', depth: 0, open: [] }, state) ?? null
}

interface State {
  /** What "#/definitions/..." is looked up in. */
  readonly root: JsonSchema
  readonly models: Models
  left: number
}

interface Place {
  /** The property's name: the text that a property without rules gets. */
  readonly name: string
  readonly depth: number
  /** References being followed. */
  readonly open: readonly unknown[]
}

/** Undefined where a sample would go on without end. */
function sampleOf(given: unknown, place: Place, state: State): unknown {
  if (!isObject(given)) return place.name
  if (state.left <= 0 || place.depth > DEEPEST) return undefined
  state.left -= 1
  const resolved = resolve(given, place, state)
  if (resolved === undefined) return undefined
  const { schema, open, root } = resolved
  const known = knownValue(schema)
  if (known !== undefined) return known.value
  const inner = { ...place, open }
  return sampleOfType(schema, inner, root === state.root ? state : { ...state, root })
}

interface Resolved {
  readonly schema: JsonSchema
  readonly open: readonly unknown[]
  readonly root: JsonSchema
}

/** The schema behind references, with what `allOf`, the first `anyOf` and the first `oneOf` add. */
function resolve(given: JsonSchema, { open }: Place, state: State): Resolved | undefined {
  let resolved: Resolved = { schema: given, open, root: state.root }
  while (typeof resolved.schema['$ref'] === 'string') {
    const found = lookUp(resolved.schema['$ref'], resolved.root, state.models)
    if (found === undefined || resolved.open.includes(found.schema)) return undefined
    resolved = { ...found, open: [...resolved.open, found.schema] }
  }
  const parts = partsOf(resolved.schema)
  if (parts.length === 0) return resolved
  let merged = resolved
  for (const part of parts) {
    const inner = resolve(part, { name: '', depth: 0, open: merged.open }, { ...state, root: merged.root })
    if (inner === undefined) return undefined
    merged = { schema: merge(merged.schema, inner.schema), open: inner.open, root: merged.root }
  }
  return merged
}

function partsOf(schema: JsonSchema): JsonSchema[] {
  const first = [schema['oneOf'], schema['anyOf']].flatMap((list) => (Array.isArray(list) ? list.slice(0, 1) : []))
  const all = Array.isArray(schema['allOf']) ? schema['allOf'] : []
  return [...all.slice(0, MOST_ITEMS), ...first].filter(isObject)
}

function merge(schema: JsonSchema, added: JsonSchema): JsonSchema {
  const { $ref: _reference, ...part } = added
  const { allOf: _all, anyOf: _any, oneOf: _one, ...own } = schema
  const [mine, theirs] = [own['properties'], part['properties']]
  const properties =
    isObject(mine) || isObject(theirs) ? { properties: { ...asObject(theirs), ...asObject(mine) } } : {}
  const required = [...textsOf(part['required']), ...textsOf(own['required'])]
  return { ...part, ...own, ...properties, ...(required.length > 0 && { required }) }
}

const MODEL_URL = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]*\/models\/([^/]+)$/

function lookUp(reference: string, root: JsonSchema, models: Models) {
  const modelName = MODEL_URL.exec(reference)?.[1]
  if (modelName !== undefined) {
    const schema = Object.hasOwn(models, modelName) ? models[modelName]?.schema : undefined
    return schema === undefined ? undefined : { schema, root: schema }
  }
  if (!reference.startsWith('#')) return undefined
  let found: unknown = root
  for (const segment of reference.slice(1).split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return isObject(found) ? { schema: found, root } : undefined
}

/** What the schema names itself. */
function knownValue(schema: JsonSchema): { readonly value: unknown } | undefined {
  for (const name of ['example', 'default', 'const']) {
    if (Object.hasOwn(schema, name)) return { value: schema[name] }
  }
  for (const name of ['examples', 'enum']) {
    const list = schema[name]
    if (Array.isArray(list) && list.length > 0) return { value: list[0] as unknown }
  }
  return undefined
}

function sampleOfType(schema: JsonSchema, place: Place, state: State): unknown {
  switch (typeOf(schema)) {
    case 'object':
      return sampleObject(schema, place, state)
    case 'array':
      return sampleArray(schema, place, state)
    case 'string':
      return sampleText(schema, place.name)
    case 'integer':
      return sampleNumber(schema, 1)
    case 'number':
      return sampleNumber(schema, 0)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return place.name
  }
}

/** The first that is named and not null, else what the rules are about. */
function typeOf(schema: JsonSchema): unknown {
  const { type } = schema
  if (Array.isArray(type)) return (type.find((each) => each !== 'null') as unknown) ?? 'null'
  if (typeof type === 'string') return type
  if (isObject(schema['properties'])) return 'object'
  if (schema['items'] !== undefined) return 'array'
  return ['minimum', 'maximum', 'multipleOf'].some((rule) => schema[rule] !== undefined) ? 'number' : 'string'
}

function sampleObject(schema: JsonSchema, place: Place, state: State): unknown {
  const required = textsOf(schema['required'])
  const properties = asObject(schema['properties'])
  const names = [...new Set([...Object.keys(properties), ...required])].slice(0, MOST_VALUES)
  const members: [string, unknown][] = []
  for (const name of names) {
    const inner = Object.hasOwn(properties, name) ? properties[name] : asObject(schema['additionalProperties'])
    const value = sampleOf(inner, { ...place, name, depth: place.depth + 1 }, state)
    if (value !== undefined) members.push([name, value])
    else if (required.includes(name)) return undefined
  }
  return Object.fromEntries(members)
}

function sampleArray(schema: JsonSchema, place: Place, state: State): unknown {
  const { items } = schema
  const least = wholeOf(schema['minItems']) ?? 0
  const inner = { ...place, depth: place.depth + 1 }
  if (Array.isArray(items)) {
    return items.slice(0, MOST_ITEMS).map((item: unknown) => sampleOf(item, inner, state) ?? null)
  }
  if (wholeOf(schema['maxItems']) === 0) return []
  const first = sampleOf(items ?? {}, inner, state)
  if (first === undefined) return least === 0 ? [] : undefined
  return Array.from({ length: Math.min(MOST_ITEMS, Math.max(1, least)) }, (_, index) =>
    schema['uniqueItems'] === true && index > 0 ? another(first, index) : first,
  )
}

/** The same once more, told apart where that is easy. */
function another(value: unknown, index: number): unknown {
  if (typeof value === 'number') return value + index
  return typeof value === 'string' ? `${value}${index + 1}` : value
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-11-20T14:02:11Z',
  date: '2026-11-20',
  time: '14:02:11Z',
  email: 'ada@example.com',
  hostname: 'example.com',
  ipv4: '203.0.113.7',
  ipv6: '2001:db8::7',
  uri: 'https://example.com/',
  uuid: '3f1d2c4b-8a70-4e59-b1c6-0d9e8f7a6b5c',
}

function sampleText(schema: JsonSchema, name: string): string {
  const { format, pattern } = schema
  const fromPattern = typeof pattern === 'string' ? sampleFromPattern(pattern) : null
  if (fromPattern !== null) return fromPattern
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return FORMATS[format]!
  const least = Math.min(wholeOf(schema['minLength']) ?? 0, 4000)
  const most = wholeOf(schema['maxLength']) ?? Infinity
  return name.padEnd(least, 'x').slice(0, most)
}

/** 1 where that is allowed, else the nearest that is. `step`: 1 for whole numbers. */
function sampleNumber(schema: JsonSchema, step: 0 | 1): number {
  const unit = numberOf(schema['multipleOf']) ?? 0
  const grid = unit > 0 ? unit : step
  // Draft 4 says `exclusiveMinimum: true` beside the limit, later ones have the limit itself there.
  const [least, isOver] = limitOf(schema, 'minimum', 'exclusiveMinimum')
  const [most, isUnder] = limitOf(schema, 'maximum', 'exclusiveMaximum')
  const gap = grid > 0 ? grid : least !== undefined && most !== undefined ? Math.abs(most - least) / 2 : 1
  let value = 1
  if (least !== undefined && (value < least || (isOver && value === least))) value = isOver ? least + gap : least
  if (most !== undefined && (value > most || (isUnder && value === most))) value = isUnder ? most - gap : most
  if (grid === 0) return value
  const up = Math.ceil(value / grid) * grid
  return Number((most !== undefined && up > most ? Math.floor(value / grid) * grid : up).toPrecision(12))
}

function limitOf(schema: JsonSchema, plain: string, exclusive: string): readonly [number | undefined, boolean] {
  const own = numberOf(schema[exclusive])
  return own === undefined ? [numberOf(schema[plain]), schema[exclusive] === true] : [own, true]
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function wholeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function asObject(value: unknown): JsonSchema {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

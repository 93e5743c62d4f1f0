import { isJsonMap } from '../documents/json-kinds'
import type { JsonValue } from '../documents/source-tree'

/**
 * What a part of a project file looks like: one description from which come the published JSON Schema, the check of types, the
 * defaults filled in on reading and left out on writing, and the order of keys. Builders below take the design's types, so that a
 * member added there and forgotten here does not compile.
 */
export type Shape =
  | StructShape
  | UnionShape
  | RecordShape
  | ListShape
  | OneOrMoreShape
  | TextShape
  | { readonly kind: 'number' }
  | FlagShape
  | { readonly kind: 'anything' }

/** Known keys in the order they are written. Unknown keys are kept and warned of. `oneOf`: optional keys of which one must be there. */
export interface StructShape {
  readonly kind: 'struct'
  readonly name: string
  readonly properties: { readonly [key: string]: Property }
  readonly oneOf?: readonly string[]
}

/** One of several structs, told apart by the text of one member. */
export interface UnionShape {
  readonly kind: 'union'
  readonly by: string
  readonly cases: { readonly [tag: string]: StructShape }
}

/** Keyed by names the person chose (or by `keys`, of which others are warned of); written order is kept. */
export interface RecordShape {
  readonly kind: 'record'
  readonly of: Shape
  readonly keys?: readonly string[]
}

export interface ListShape {
  readonly kind: 'list'
  readonly of: Shape
}

export interface OneOrMoreShape {
  readonly kind: 'oneOrMore'
  readonly of: Shape
}

export interface TextShape {
  readonly kind: 'text'
  readonly values?: readonly string[]
  /** null is a value of its own. */
  readonly isNullable?: boolean
}

/** `isAlwaysTrue`: who does not mean it leaves it out. */
export interface FlagShape {
  readonly kind: 'flag'
  readonly isAlwaysTrue?: boolean
}

export type Property = PresentProperty | OptionalProperty

/** Always there in a design. Without `fallback` a file must have it; with one it is filled in, and left out on writing if `isOmitted`. */
export interface PresentProperty {
  readonly presence: 'present'
  readonly shape: Shape
  readonly fallback?: JsonValue
  readonly isOmitted?: boolean
}

/** `isInDesign`: a file may leave out what a design always has. */
export interface OptionalProperty {
  readonly presence: 'optional'
  readonly shape: Shape
  readonly isInDesign?: boolean
}

type PropertiesOf<T> = {
  readonly [Key in keyof T]-?: Record<never, never> extends Pick<T, Key> ? OptionalProperty : PresentProperty
}

export const text: TextShape = { kind: 'text' }
export const textOrNull: TextShape = { kind: 'text', isNullable: true }
export const number: Shape = { kind: 'number' }
export const flag: Shape = { kind: 'flag' }
export const mark: Shape = { kind: 'flag', isAlwaysTrue: true }
export const anything: Shape = { kind: 'anything' }

/** One of fixed words. */
export function word<Word extends string>(...values: readonly Word[]): TextShape {
  return { kind: 'text', values }
}

export function struct<T extends object>(
  name: string,
  properties: PropertiesOf<T>,
  oneOf?: readonly (keyof T & string)[],
): StructShape {
  return { kind: 'struct', name, properties: { ...properties }, ...(oneOf && { oneOf }) }
}

/** `union<Api>('protocolType', { REST: restApiShape, ... })`. */
export function union<T, By extends keyof T & string>(
  by: By,
  cases: { readonly [Tag in T[By] & string]: StructShape },
): UnionShape {
  return { kind: 'union', by, cases: { ...cases } }
}

export function record(of: Shape, keys?: readonly string[]): RecordShape {
  return { kind: 'record', of, ...(keys && { keys }) }
}

export function list(of: Shape): ListShape {
  return { kind: 'list', of }
}

export function oneOrMore(of: Shape): OneOrMoreShape {
  return { kind: 'oneOrMore', of }
}

/** A file must have it. */
export function required(shape: Shape): PresentProperty {
  return { presence: 'present', shape }
}

/** Filled in when a file lacks it, and left out of the file when it has this value. */
export function filled(shape: Shape, fallback: JsonValue): PresentProperty {
  return { presence: 'present', shape, fallback, isOmitted: true }
}

/** Filled in when a file lacks it, and always written: a reader of the file should see it. */
export function shown(shape: Shape, fallback: JsonValue): PresentProperty {
  return { presence: 'present', shape, fallback }
}

export function optional(shape: Shape): OptionalProperty {
  return { presence: 'optional', shape }
}

/** Left out of a file by rules of its own; every design has it. */
export function derived(shape: Shape): OptionalProperty {
  return { presence: 'optional', shape, isInDesign: true }
}

/** The value a file may leave out; undefined when there is none. */
export function fallbackOf(property: Property): JsonValue | undefined {
  return property.presence === 'present' ? property.fallback : undefined
}

/** The struct that a value of a union has; undefined for an unknown tag. */
export function caseOf(shape: UnionShape, tag: unknown): StructShape | undefined {
  return typeof tag === 'string' && Object.hasOwn(shape.cases, tag) ? shape.cases[tag] : undefined
}

/** The struct that describes a map; undefined where its keys are free. */
export function structOf(shape: Shape, value: { readonly [key: string]: unknown }): StructShape | undefined {
  if (shape.kind === 'union') return caseOf(shape, value[shape.by])
  if (shape.kind === 'oneOrMore') return structOf(shape.of, value)
  return shape.kind === 'struct' ? shape : undefined
}

/** Whether a struct does not know a key of a map. */
export function isUnknown(shape: Shape, value: { readonly [key: string]: unknown }, key: string): boolean {
  const struct = structOf(shape, value)
  return struct !== undefined && !Object.hasOwn(struct.properties, key)
}

/** Whether two values of a union are different structs, which have nothing to do with each other. */
export function isOtherCase(shape: Shape, before: JsonValue, after: JsonValue): boolean {
  if (shape.kind !== 'union' || !isJsonMap(before) || !isJsonMap(after)) return false
  return before[shape.by] !== after[shape.by]
}

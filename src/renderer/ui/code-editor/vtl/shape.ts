import type { ReferenceGroupId } from '@shared/templates/reference-entry'

/** What is known of a reference's value. */
export type Shape = HostShape | ValueShape

/** `$input`, `$util`, `$context.identity`, `$foreach`: what API Gateway or the engine puts there. */
export interface HostShape {
  readonly kind: 'input' | 'parameters' | 'util' | 'stageVariables' | 'context' | 'foreach'
  /** Of `context`: the members so far, "identity.clientCert"; else "". */
  readonly path: string
}

export interface ValueShape {
  readonly kind: 'value'
  /** "Map", "List", "Set<Entry>", "String", "Integer", "Object" for any. */
  readonly type: string
  /** What it may be, from the sample; empty when nothing is known. */
  readonly samples: readonly unknown[]
  /** How many places of the sample these were looked for in; more than there are samples when some have none. */
  readonly places: number
}

export const ANYTHING: ValueShape = { kind: 'value', type: 'Object', samples: [], places: 0 }

export function valueOfType(type: string): ValueShape {
  return { ...ANYTHING, type }
}

/** A value that is one of these; null among them is one without a type. */
export function valueOf(samples: readonly unknown[], places = samples.length): ValueShape {
  const types = [...new Set(samples.filter((sample) => sample !== null).map(javaTypeOf))]
  return { kind: 'value', type: types.length === 1 ? types[0]! : 'Object', samples, places }
}

/** What the service makes of a JSON value. A sample does not tell an Integer from a Double: 61.0 is 61 once it is parsed. */
export function javaTypeOf(sample: unknown): string {
  if (typeof sample === 'string') return 'String'
  if (typeof sample === 'number') return 'Number'
  if (typeof sample === 'boolean') return 'Boolean'
  if (Array.isArray(sample)) return 'List'
  return typeof sample === 'object' && sample !== null ? 'Map' : 'Object'
}

const GROUP_OF_TYPE: ReadonlyMap<string, ReferenceGroupId> = new Map<string, ReferenceGroupId>(
  Object.entries({
    String: 'string',
    Integer: 'number',
    Long: 'number',
    Double: 'number',
    Number: 'number',
    List: 'list',
    'String[]': 'list',
    Set: 'list',
    Collection: 'list',
    Map: 'map',
    Entry: 'mapEntry',
  } as const),
)

/** Whose methods a value of this type has. */
export function methodGroupOf(type: string): ReferenceGroupId {
  return GROUP_OF_TYPE.get(rawType(type)) ?? 'object'
}

/** "Set" of "Set<Entry>". */
export function rawType(type: string): string {
  return type.replace(/<.*$/, '')
}

import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { JsonRecord } from './json-record'

/**
 * What the management API knows: a design, and beside it what a design has no place for. Never changed in place, but for what it has
 * worked out.
 */
export interface ControlPlane {
  readonly design: Design
  /** ISO 8601: when the operations take place. */
  readonly now: string
  /** Ids that do not follow from the names of their things any more, because those were renamed: scope -> name -> id. */
  readonly movedIds: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Members that the design cannot hold, by the path of their object, as in "/apikeys/k3v9x0a2bq" -> { tags }. */
  readonly extras: Readonly<Record<string, JsonRecord>>
  /** Objects that the design cannot hold, by the path of their collection: "/vpclinks" -> id -> the object as it is read back. */
  readonly objects: Readonly<Record<string, Readonly<Record<string, JsonRecord>>>>
  /** Names by scope and id as they were last worked out, so that an id is not looked for among thousands of names each time. */
  readonly namesOfIds: Map<string, string>
}

/** A management API for a design as it stands. */
export function controlPlaneFor(design: Design, now: string): ControlPlane {
  return { design, now, movedIds: {}, extras: {}, objects: {}, namesOfIds: new Map() }
}

/** A change of the design, everything beside it as it was. */
export function withDesign(state: ControlPlane, design: Design): ControlPlane {
  return state.design === design ? state : { ...state, design }
}

/** An API in the place of the one that has its id. */
export function withApi(state: ControlPlane, api: Api): ControlPlane {
  const apis = state.design.apis.map((each) => (each.id === api.id ? api : each))
  return withDesign(state, { ...state.design, apis })
}

/** An object that the design cannot hold, put into its collection; null takes it away. */
export function withObject(
  state: ControlPlane,
  collection: string,
  id: string,
  object: JsonRecord | null,
): ControlPlane {
  const { [id]: _gone, ...others } = state.objects[collection] ?? {}
  const objects = { ...state.objects, [collection]: object === null ? others : { ...others, [id]: object } }
  return { ...state, objects }
}

/** The objects of a collection that the design cannot hold, in the order they were made. */
export function objectsOf(state: ControlPlane, collection: string): Readonly<Record<string, JsonRecord>> {
  return Object.hasOwn(state.objects, collection) ? (state.objects[collection] ?? {}) : {}
}

/** Members that the design cannot hold, laid over those that an object has already. */
export function withExtras(state: ControlPlane, path: string, members: JsonRecord): ControlPlane {
  if (Object.keys(members).length === 0) return state
  return { ...state, extras: { ...state.extras, [path]: { ...state.extras[path], ...members } } }
}

/** What the design cannot hold of an object; nothing when it holds all of it. */
export function extrasOf(state: ControlPlane, path: string): JsonRecord {
  return Object.hasOwn(state.extras, path) ? (state.extras[path] ?? {}) : {}
}

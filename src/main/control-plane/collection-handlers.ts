import { unusedId } from '@shared/design/unused-id'
import { objectsOf, withObject, type ControlPlane } from './control-plane'
import type { JsonRecord } from './json-record'
import type { OperationAnswer, OperationCall } from './operation-handler'
import type { OperationInput } from './operation-input'
import { notFound } from './service-error'

/** A kind of thing that a design does not hold, and that scripts make and read back all the same. */
export interface Collection {
  /** Where it is, as in "/vpclinks" or "/restapis/abc/documentation/parts"; throws when its parent is not there. */
  readonly pathOf: (call: OperationCall) => string
  /** Wire name of the member of a path that tells one, as in "vpclink_id". */
  readonly idMember: string
  /** The member of a record that holds its id. */
  readonly idName: string
  /** "VPC link", for messages. */
  readonly label: string
}

/** A further one. `members`: what it reads back as, besides its id. */
export function created(call: OperationCall, collection: Collection, members: JsonRecord): OperationAnswer {
  const path = collection.pathOf(call)
  const taken = Object.keys(objectsOf(call.state, path))
  const id = unusedId(`${path} ${taken.length}`, 6, taken)
  const object = { [collection.idName]: id, ...members }
  return { state: withObject(call.state, path, id, object), output: object, notes: [notInDesign(collection)] }
}

export function read(call: OperationCall, collection: Collection): OperationAnswer {
  return { state: call.state, output: found(call, collection).object }
}

export function listed(call: OperationCall, collection: Collection, listName: 'item' | 'items'): OperationAnswer {
  return { state: call.state, output: { [listName]: Object.values(objectsOf(call.state, collection.pathOf(call))) } }
}

export function changed(
  call: OperationCall,
  collection: Collection,
  change: (object: JsonRecord, input: OperationInput) => JsonRecord,
): OperationAnswer {
  const { path, id, object } = found(call, collection)
  const after = change(object, call.input)
  return { state: withObject(call.state, path, id, after), output: after }
}

export function deleted(call: OperationCall, collection: Collection): OperationAnswer {
  const { path, id } = found(call, collection)
  return { state: withObject(call.state, path, id, null) }
}

/** Whether there is a thing with this id. */
export function has(state: ControlPlane, path: string, id: string): boolean {
  return Object.hasOwn(objectsOf(state, path), id)
}

function found(call: OperationCall, collection: Collection): { path: string; id: string; object: JsonRecord } {
  const path = collection.pathOf(call)
  const id = call.input.needed(collection.idMember)
  const objects = objectsOf(call.state, path)
  const object = Object.hasOwn(objects, id) ? objects[id] : undefined
  if (object !== undefined) return { path, id, object }
  const ids = Object.keys(objects)
  const hint = ids.length === 0 ? `There is no ${collection.label} yet.` : `Did you mean ${ids.join(' or ')}?`
  throw notFound(`Invalid ${collection.label} identifier specified`, hint)
}

function notInDesign({ label }: Collection) {
  return { severity: 'info' as const, text: `A ${label} is not part of a design: only references to it are kept.` }
}

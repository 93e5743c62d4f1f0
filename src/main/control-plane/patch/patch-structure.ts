import type { Member, Shape, StructureShape } from '../operations/operation'
import { isRecord, type JsonRecord } from '../json-record'
import { badRequest, notInList } from '../service-error'
import { patchSegments, type PatchEntry } from './patch-operation'

/**
 * A record after patches of its members, read by the types of its shape: "/timeoutInMillis", "/requestParameters/name",
 * "/binaryMediaTypes/image~1png". A list takes its items as the last segment or as the value. Throws the refusal of a path that the shape
 * does not have. `fixed`: members that cannot be patched.
 */
export function patchStructure<T extends object>(
  record: T,
  { members }: StructureShape,
  operations: readonly PatchEntry[],
  fixed: readonly string[] = [],
): T {
  let current = record as JsonRecord
  for (const operation of operations) {
    const { path = '' } = operation
    const [first = '', ...rest] = patchSegments(path)
    const member = members.find(({ name }) => name === first)
    if (member === undefined || fixed.includes(first)) throw invalidPath(path, patchable(members, fixed))
    if (operation.op !== 'add' && operation.op !== 'replace' && operation.op !== 'remove') {
      throw badRequest(`Invalid patch operation specified. Must be one of: [add, remove, replace]`)
    }
    current = withMember(current, first, patched(current[first], member.shape, rest, operation))
  }
  return current as T
}

export function invalidPath(path: string, paths: readonly string[]): ReturnType<typeof badRequest> {
  return badRequest(`Invalid patch path ${path}`, `Paths begin with one of ${paths.join(', ')}.`)
}

function patchable(members: readonly Member[], fixed: readonly string[]): string[] {
  return members.filter(({ name }) => !fixed.includes(name)).map(({ name }) => `/${name}`)
}

function withMember(record: JsonRecord, name: string, value: unknown): JsonRecord {
  const { [name]: _before, ...others } = record
  return value === undefined || name === '__proto__' ? others : { ...record, [name]: value }
}

/** The value after the operation; undefined when it is gone. */
function patched(value: unknown, shape: Shape, rest: readonly string[], operation: PatchEntry): unknown {
  const isRemoval = operation.op === 'remove'
  if (shape.kind === 'list') return patchedList(Array.isArray(value) ? value : [], rest, operation)
  if (shape.kind === 'map') {
    if (rest.length === 0) return isRemoval ? undefined : wholeValue(operation)
    const key = rest.join('/')
    return withMember(isRecord(value) ? value : {}, key, isRemoval ? undefined : scalar(shape.of, operation))
  }
  if (shape.kind === 'structure') {
    const [first, ...more] = rest
    if (first === undefined) return isRemoval ? undefined : wholeValue(operation)
    const member = shape.members.find(({ name }) => name === first)
    if (member === undefined) throw invalidPath(operation.path ?? '', patchable(shape.members, []))
    const record = isRecord(value) ? value : {}
    const after = withMember(record, first, patched(record[first], member.shape, more, operation))
    return Object.keys(after).length === 0 ? undefined : after
  }
  if (rest.length > 0) throw invalidPath(operation.path ?? '', [])
  return isRemoval ? undefined : scalar(shape, operation)
}

function patchedList(items: readonly unknown[], rest: readonly string[], operation: PatchEntry): unknown {
  const [named] = rest
  const { op, value } = operation
  if (op === 'remove') {
    const gone = named ?? value
    return gone === undefined ? undefined : items.filter((item) => item !== gone)
  }
  if (op === 'add') {
    const added = named ?? value ?? ''
    return items.includes(added) ? items : [...items, added]
  }
  if (named !== undefined) return items.map((item) => (item === named ? (value ?? item) : item))
  return (value ?? '').split(',').filter((item) => item !== '')
}

/** A map or structure given as one JSON text. */
function wholeValue({ value = '', path = '' }: PatchEntry): unknown {
  try {
    const read: unknown = JSON.parse(value)
    if (isRecord(read)) return read
  } catch {
    // The refusal below says what is wrong.
  }
  throw invalidPath(path, [`${path}/...`])
}

function scalar(shape: Shape, { value = '', path = '' }: PatchEntry): unknown {
  if (shape.kind === 'boolean') {
    if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
    throw badRequest(`Invalid patch value ${value} specified for ${path}. Must be one of: [true, false]`)
  }
  if (shape.kind === 'integer' || shape.kind === 'double' || shape.kind === 'long') {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number)) {
      throw badRequest(`Invalid patch value ${value} specified for ${path}. Must be a number`)
    }
    return number
  }
  if ('values' in shape && shape.values !== undefined && !shape.values.includes(value)) {
    throw notInList(path, value, shape.values)
  }
  return value
}

import { isRecord, type JsonRecord } from '../json-place'

/** An object that is being built. Only `setMember` writes to it, because a template may call a path "__proto__". */
export interface MutableRecord {
  [name: string]: unknown
}

/** The same JSON, sharing nothing with the original. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copyJson(item))
  return isRecord(value) ? copyRecord(value) : value
}

export function copyRecord(record: JsonRecord): MutableRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, copyJson(value)]))
}

export function isMutable(value: unknown): value is MutableRecord {
  return isRecord(value)
}

/** Sets an own member, whatever its name. */
export function setMember(record: MutableRecord, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}

/** An own member; undefined when there is none, or it is null. */
export function ownMember(record: unknown, name: string): unknown {
  if (!isRecord(record) || !Object.hasOwn(record, name)) return undefined
  return record[name] ?? undefined
}

/** The record at a name, made when there is none. What is no record is replaced. */
export function recordIn(record: MutableRecord, name: string): MutableRecord {
  const found = ownMember(record, name)
  if (isMutable(found)) return found
  const made: MutableRecord = {}
  setMember(record, name, made)
  return made
}

/** A list from what may be one value or a list of them. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? [...(value as unknown[])] : [value]
}

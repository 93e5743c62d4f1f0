/**
 * The few ways in which edits change a value: always a copy of what changed, always the same object when nothing did.
 * Lookups see own members only, and no member is ever named `__proto__`, so names from documents are safe.
 */

/** One member set. */
export function setMember<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): T {
  if (key === '__proto__' || (Object.hasOwn(object, key) && Object.is(object[key], value))) return object
  return { ...object, [key]: value }
}

/** One member gone. */
export function removeMember<T extends object>(object: T, key: keyof T): T {
  if (!Object.hasOwn(object, key)) return object
  const copy = { ...object }
  delete copy[key]
  return copy
}

/** Several members set; those that are `undefined` in the patch are removed. */
export function patchMembers<T extends object>(object: T, patch: Partial<T>): T {
  let result = object
  for (const key of Object.keys(patch) as (keyof T)[]) {
    const value = patch[key]
    result = value === undefined ? removeMember(result, key) : setMember(result, key, value as T[keyof T])
  }
  return result
}

/** Own member of an object keyed by names. */
export function memberOf<V>(record: { readonly [name: string]: V }, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** A member under a new name at its old place; a member that had the new name is replaced. */
export function renameMember<V, R extends { readonly [name: string]: V }>(record: R, from: string, to: string): R {
  if (from === to || to === '__proto__' || !Object.hasOwn(record, from)) return record
  const kept = Object.entries(record).filter(([name]) => name !== to)
  return Object.fromEntries(kept.map(([name, value]) => [name === from ? to : name, value])) as R
}

/** Every member passed through `change`; `undefined` removes it. */
export function mapMembers<V, R extends { readonly [name: string]: V }>(
  record: R,
  change: (value: V, name: string) => V | undefined,
): R {
  let result = record
  for (const [name, value] of Object.entries<V>(record)) {
    const changed = change(value, name)
    if (changed === undefined) result = removeMember(result, name)
    else if (changed !== value) result = { ...result, [name]: changed }
  }
  return result
}

/** Every item passed through `change`; `undefined` removes it. */
export function mapItems<T>(items: readonly T[], change: (item: T) => T | undefined): readonly T[] {
  const changed = items.map(change)
  if (changed.every((item, index) => Object.is(item, items[index]))) return items
  return changed.filter((item) => item !== undefined)
}

/** The item with this value of `key` replaced at its place, else appended. */
export function putItem<T, K extends keyof T>(items: readonly T[], key: K, item: T): readonly T[] {
  const isKnown = items.some((each) => each[key] === item[key])
  return isKnown ? mapItems(items, (each) => (each[key] === item[key] ? item : each)) : [...items, item]
}

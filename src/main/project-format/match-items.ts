import { isJsonMap } from '../documents/json-kinds'
import type { JsonValue } from '../documents/source-tree'

/** Members that tell the items of a list apart, the first that an item has. */
const IDENTITIES = ['id', 'name', 'domainName', 'basePath', 'apiId', 'statusCode', 'Sid', 'metric']

/**
 * For each item of `next` the index of the item of `before` that it continues, or -1: the first with the same identity, else the one
 * at the same place. None continues two.
 */
export function matchItems(before: readonly JsonValue[], next: readonly JsonValue[]): number[] {
  const waiting = new Map<string, number[]>()
  for (const [index, item] of before.entries()) {
    const identity = identityOf(item)
    const same = waiting.get(identity)
    if (same) same.push(index)
    else waiting.set(identity, [index])
  }
  for (const same of waiting.values()) same.reverse()
  const byIdentity = next.map((item) => waiting.get(identityOf(item))?.pop() ?? -1)
  const taken = new Set(byIdentity)
  return byIdentity.map((match, index) => (match === -1 && index < before.length && !taken.has(index) ? index : match))
}

function identityOf(item: JsonValue): string {
  if (!isJsonMap(item)) return JSON.stringify(item)
  const key = IDENTITIES.find((name) => Object.hasOwn(item, name))
  return key === undefined ? '' : `${key} ${String(item[key])}`
}

import type { JsonRecord } from './json-record'
import type { Operation } from './operations/operation'

/**
 * One page of a list: as many items as `limit` or `maxResults` ask for, from where the token of the last page points to. Everything when
 * neither is given. Departure: the service's pages have 25 items unless asked; ours hold all.
 */
export function pageOf(output: JsonRecord, { members, service }: Operation, values: JsonRecord): JsonRecord {
  const [limitName, tokenName, listName] =
    service === 'apigateway' ? ['limit', 'position', 'item'] : ['maxResults', 'nextToken', 'items']
  const items = output[listName]
  if (!Array.isArray(items) || !members.some(({ name }) => name === limitName)) return output
  const limit = wholeNumber(values[limitName])
  const from = wholeNumber(values[tokenName]) ?? 0
  if (limit === undefined && from === 0) return output
  const end = limit === undefined ? items.length : from + limit
  return {
    ...output,
    [listName]: items.slice(from, end),
    ...(end < items.length && { [tokenName]: String(end) }),
  }
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}

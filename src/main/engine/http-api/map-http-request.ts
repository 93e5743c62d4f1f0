import { applyChanges, applyHeaderChanges, resolveChanges, type ParameterChange } from './header-changes'
import { queryPair, rawQueryOf } from './http-query'
import type { HttpRequestFacts } from './http-request-facts'
import type { MappingSource } from './mapping-source'
import { isReservedHeader } from '@shared/design/v2-rules/reserved-headers'

/**
 * A request with its integration's `requestParameters` applied: headers, query parameters and path may change, method and body may not.
 * Source: API Gateway Developer Guide, "Transforming API requests and responses"; http-api.md 8.4.
 */
export function mapHttpRequest(
  facts: HttpRequestFacts,
  changes: readonly ParameterChange[],
  source: MappingSource,
): HttpRequestFacts {
  if (changes.length === 0) return facts
  const resolved = resolveChanges(changes, source)
  const ofQuery = resolved.filter(({ target }) => target === 'querystring')
  const query = applyChanges(facts.query, ofQuery, (pair, name) => pair.name === name, queryPair)
  const path = resolved.find(({ target }) => target === 'path')?.text
  return {
    ...facts,
    headers: applyHeaderChanges(
      facts.headers,
      resolved.filter(({ target, name }) => target === 'header' && !isReservedHeader(name)),
    ),
    ...(ofQuery.length > 0 && { query, rawQuery: rawQueryOf(query) }),
    ...(path !== undefined && { mappedPath: path.startsWith('/') ? path : `/${path}` }),
  }
}

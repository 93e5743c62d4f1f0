import type { WebSocketRoute } from '@shared/design/websocket-api'
import { headerValue, type HeaderList } from '../mapping/header-list'
import { queryValues, type QueryList } from '../mapping/query-string'

/**
 * Names of the required parameters of `$connect` that a handshake lacks, in the order in which they are declared.
 * Source: websocket-api.md 5.3, inferred.
 */
export function missingParameters(
  { requestParameters = {} }: WebSocketRoute,
  handshake: { readonly headers: HeaderList; readonly query: QueryList },
): string[] {
  return Object.entries(requestParameters).flatMap(([expression, { required }]) => {
    const [, location, name] = /^route\.request\.(header|querystring)\.(.+)$/s.exec(expression) ?? []
    if (!required || location === undefined || name === undefined) return []
    const value =
      location === 'header' ? headerValue(handshake.headers, name) : queryValues(handshake.query, name).at(-1)
    return (value ?? '').trim() === '' ? [name] : []
  })
}

import { groupByName, type HeaderList } from '../mapping/header-list'
import { groupQuery, type QueryList } from '../mapping/query-string'

type Context = Readonly<Record<string, unknown>>

/** What an event says of a handshake. */
export interface HandshakeParts {
  /** With what the service adds, without what belongs to the connection. */
  readonly headers: HeaderList
  readonly query: QueryList
  readonly stageVariables: Readonly<Record<string, string>>
}

/**
 * What a function behind `$connect` gets. The query and the stage's variables are left out where there are none.
 * Source: websocket-api.md 7.1, recorded.
 */
export function connectEvent(parts: HandshakeParts, requestContext: Context) {
  return {
    ...headerMaps(parts.headers),
    ...queryMaps(parts.query),
    ...variables(parts),
    requestContext,
    isBase64Encoded: false,
  }
}

/** What a function behind any other route gets: no headers, no query. Source: websocket-api.md 7.2, recorded. */
export function messageEvent(body: string, parts: Pick<HandshakeParts, 'stageVariables'>, requestContext: Context) {
  return { requestContext, ...variables(parts), body, isBase64Encoded: false }
}

/** What a function behind `$disconnect` gets: four headers, of which the host alone has a value. Source: websocket-api.md 7.3, recorded. */
export function disconnectEvent(host: string, parts: Pick<HandshakeParts, 'stageVariables'>, requestContext: Context) {
  const headers: HeaderList = [
    ['Host', host],
    ['x-api-key', ''],
    ['X-Forwarded-For', ''],
    ['x-restapi', ''],
  ]
  return { ...headerMaps(headers), ...variables(parts), requestContext, isBase64Encoded: false }
}

/**
 * What a Lambda authorizer gets. Other than `$connect` itself it sees the headers of the connection, and always the stage's variables.
 * Source: API Gateway Developer Guide, "Creating a Lambda REQUEST authorizer function" for WebSocket APIs; websocket-api.md 3.1.
 */
export function connectAuthorizerEvent(methodArn: string, parts: HandshakeParts, requestContext: Context) {
  const headers: HeaderList = [['Connection', 'upgrade'], ['content-length', '0'], ...parts.headers]
  return {
    type: 'REQUEST',
    methodArn,
    ...headerMaps(headers),
    ...allQueryMaps(parts.query),
    stageVariables: parts.stageVariables,
    requestContext,
  }
}

function headerMaps(list: HeaderList) {
  const groups = groupByName(list)
  return { headers: lastOf(groups), multiValueHeaders: Object.fromEntries(groups) }
}

function queryMaps(query: QueryList) {
  return query.length === 0 ? {} : allQueryMaps(query)
}

function allQueryMaps(query: QueryList) {
  const groups = groupQuery(query)
  return { queryStringParameters: lastOf(groups), multiValueQueryStringParameters: Object.fromEntries(groups) }
}

function variables({ stageVariables }: Pick<HandshakeParts, 'stageVariables'>) {
  return Object.keys(stageVariables).length === 0 ? {} : { stageVariables }
}

/** `fromEntries` defines members, so that a name such as "__proto__" is data. */
function lastOf(groups: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...groups].map(([name, values]) => [name, values.at(-1)!] as const))
}

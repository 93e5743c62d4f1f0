import { headerValues } from '../mapping/header-list'
import { ABSENT_VALUE, mappedText, mappedTexts, type MappedValue } from '../mapping/mapped-value'
import { configurationFailure } from '../mapping/mapping-failure'
import { queryValues } from '../mapping/query-string'
import { compileBodyPath } from './client-message'
import type { WebSocketRequest } from './web-socket-request'

/**
 * The value of an integration's `requestParameters`: `'literal'`, `stageVariables.N`, `context.N`, `route.request.body` with or without a
 * JSONPath; of a handshake also `route.request.{header|querystring|multivalueheader|multivaluequerystring}.N`.
 * Source: websocket-api.md 5.3.
 */
export function evaluateRouteExpression(expression: string, request: WebSocketRequest): MappedValue {
  const plain = evaluatePlain(expression, request)
  if (plain !== undefined) return plain
  if (expression === 'route.request.body') return mappedText(request.message.text)
  const [, location, name] = /^route\.request\.([a-z]+)\.(.+)$/s.exec(expression) ?? []
  if (location === undefined || name === undefined) return invalid(expression)
  switch (location) {
    case 'querystring':
      return mappedText(queryValues(request.query, name).at(-1))
    case 'multivaluequerystring':
      return mappedTexts(queryValues(request.query, name))
    case 'header':
      return mappedText(headerValues(request.headers, name).at(-1))
    case 'multivalueheader':
      return mappedText(headerValues(request.headers, name).join(','))
    case 'body':
      return mappedText(textOf(compileBodyPath(name)(request.message)))
    default:
      return invalid(expression)
  }
}

/** What every mapping may speak of, in requests and in responses; undefined for any other expression. */
export function evaluatePlain(
  expression: string,
  { context, stageVariables }: Pick<WebSocketRequest, 'context' | 'stageVariables'>,
): MappedValue | undefined {
  if (expression.length >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
    const value = expression.slice(1, -1)
    return { kind: 'value', value, values: [value] }
  }
  const [, variable] = /^stageVariables\.(.+)$/s.exec(expression) ?? []
  if (variable !== undefined) return mappedText(textOf(ownMember(stageVariables, variable)))
  const [, path] = /^context\.(.+)$/s.exec(expression) ?? []
  if (path === undefined) return undefined
  return mappedText(textOf(path.split('.').reduce<unknown>(ownMember, context)))
}

function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

/** Lists and maps go on as JSON. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function invalid(expression: string): MappedValue {
  return expression === '' ? ABSENT_VALUE : configurationFailure(`invalid mapping expression: ${expression}`)
}

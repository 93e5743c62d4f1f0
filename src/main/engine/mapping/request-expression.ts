import type { ClientRequest } from './client-request'
import { evaluateCommon } from './common-expression'
import { headerValues } from './header-list'
import type { MappedBody } from './mapped-body'
import { ABSENT_VALUE, mappedText, mappedTexts, type MappedValue } from './mapped-value'
import { configurationFailure } from './mapping-failure'
import { queryValues } from './query-string'

/**
 * `method.request.{path|querystring|multivaluequerystring|header|multivalueheader}.N`, `method.request.body` with or without a JSONPath,
 * and what every mapping knows. Of several values the last counts where one is asked for.
 * Source: rest-api.md 9.5. Departure: header names are compared without regard to case, because many clients can only send lower case.
 */
export function evaluateRequestExpression(expression: string, request: ClientRequest, body: MappedBody): MappedValue {
  const common = evaluateCommon(expression, request)
  if (common !== undefined) return common
  if (expression === 'method.request.body') return mappedText(body.text)
  const [, location, name] = /^method\.request\.([a-z]+)\.(.+)$/s.exec(expression) ?? []
  if (location === undefined || name === undefined) return invalid(expression)
  const { pathParameters, query, headers } = request
  switch (location) {
    case 'path':
      return mappedText(Object.hasOwn(pathParameters, name) ? pathParameters[name] : undefined)
    case 'querystring':
      return mappedText(queryValues(query, name).at(-1))
    case 'multivaluequerystring':
      return mappedTexts(queryValues(query, name))
    case 'header':
      return mappedText(headerValues(headers, name).at(-1))
    case 'multivalueheader':
      return mappedText(headerValues(headers, name).join(','))
    case 'body':
      return bodyValue(expression, name, body)
    default:
      return invalid(expression)
  }
}

function bodyValue(expression: string, path: string, body: MappedBody): MappedValue {
  const found = body.find(path)
  switch (found.kind) {
    case 'found':
      return mappedText(found.text)
    case 'absent':
      return ABSENT_VALUE
    case 'invalid':
      return invalid(expression)
    case 'unreadable': {
      const message = 'Invalid JSON in request body'
      const problem = `the request body is no JSON, but the mapping ${expression} reads from it`
      return { kind: 'failure', type: 'BAD_REQUEST_BODY', message, problem }
    }
  }
}

function invalid(expression: string): MappedValue {
  return configurationFailure(`invalid mapping expression: ${expression}`)
}

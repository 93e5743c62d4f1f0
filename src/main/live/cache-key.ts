import { headerValues } from '../engine/mapping/header-list'
import { mappedBody } from '../engine/mapping/mapped-body'
import { queryValues } from '../engine/mapping/query-string'
import { evaluateRequestExpression } from '../engine/mapping/request-expression'
import type { Call } from './call'
import { clientRequestOf } from './events/client-request'

/**
 * What tells cached responses of a stage apart: namespace, verb and the values of the declared parameters; null stands for a value that
 * was not sent. Nothing else is in the key, path parameters neither.
 * Source: API Gateway Developer Guide, "Enable API caching to enhance responsiveness"; rest-api.md 6.2.
 */
export function cacheKey(call: Call): readonly unknown[] {
  const { compiled, resourceId } = call.route
  const { integration } = compiled.method
  const values = (integration?.cacheKeyParameters ?? []).map((parameter) => parameterValues(call, parameter))
  return [integration?.cacheNamespace ?? resourceId, call.message.verb, ...values]
}

function parameterValues(call: Call, parameter: string): readonly string[] | string | null {
  if (parameter.startsWith('integration.request.')) return mappedValue(call, parameter)
  const [, location, name = ''] = /^method\.request\.([a-z]+)\.(.+)$/.exec(parameter) ?? []
  const { headers, query } = call.message
  switch (location) {
    case 'path':
      return Object.hasOwn(call.pathParameters, name) ? call.pathParameters[name]! : null
    case 'querystring':
      return queryValues(query, name).at(-1) ?? null
    case 'multivaluequerystring':
      return orNull(queryValues(query, name))
    case 'header':
      return headerValues(headers, name).at(-1) ?? null
    case 'multivalueheader':
      return orNull(headerValues(headers, name))
    default:
      return null
  }
}

function mappedValue(call: Call, parameter: string): string | null {
  const expression = call.route.compiled.method.integration?.requestParameters?.[parameter]
  if (expression === undefined) return null
  const body = mappedBody(call.message.body.toString('utf8'))
  const mapped = evaluateRequestExpression(expression, clientRequestOf(call), body)
  return mapped.kind === 'value' ? mapped.value : null
}

function orNull(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : values
}

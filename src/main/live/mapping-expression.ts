import type { Call } from './call'
import { mappedContext } from './events/identity-request'
import { headerValues } from '../engine/mapping/header-list'

/** What a mapping's right side comes to: its value, that there is none, or that this release does not evaluate it. */
export type MappedValue =
  { readonly kind: 'value'; readonly value: string } | { readonly kind: 'absent' } | { readonly kind: 'unsupported' }

const ABSENT_VALUE: MappedValue = { kind: 'absent' }

/**
 * `'literal'`, `method.request.{path|querystring|multivaluequerystring|header|multivalueheader}.N`, `stageVariables.N` and `context.N`.
 * Of several values the last counts, or all of them joined by commas; an empty one counts as absent.
 * Source: rest-api.md 9.5. Departure: header names are compared without regard to case, because many clients can only send lower case.
 */
export function evaluateMapping(expression: string, call: Call): MappedValue {
  if (expression.length >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
    return { kind: 'value', value: expression.slice(1, -1) }
  }
  const [, stageVariable] = /^stageVariables\.(.+)$/.exec(expression) ?? []
  if (stageVariable !== undefined) return found(ownValue(call.route.stage.variables, stageVariable))
  const [, context] = /^context\.(.+)$/.exec(expression) ?? []
  if (context !== undefined) return found(mappedContext(call, context))
  const [, location, name] = /^method\.request\.([a-z]+)\.(.+)$/.exec(expression) ?? []
  return location === undefined || name === undefined ? { kind: 'unsupported' } : requestValue(call, location, name)
}

function requestValue(call: Call, location: string, name: string): MappedValue {
  const { headers, query } = call.message
  switch (location) {
    case 'path':
      return found(ownValue(call.pathParameters, name))
    case 'querystring':
      return found(queryValues(query, name).at(-1))
    case 'multivaluequerystring':
      return found(joined(queryValues(query, name)))
    case 'header':
      return found(headerValues(headers, name).at(-1))
    case 'multivalueheader':
      return found(joined(headerValues(headers, name)))
    default:
      return { kind: 'unsupported' }
  }
}

/** Every value of a query parameter, decoded, in order. */
export function queryValues(query: Call['message']['query'], name: string): string[] {
  return query.filter(([other]) => other === name).map(([, value]) => value)
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',')
}

function found(value: string | undefined): MappedValue {
  return value === undefined || value === '' ? ABSENT_VALUE : { kind: 'value', value }
}

function ownValue(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

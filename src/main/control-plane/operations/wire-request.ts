import { isRecord, type JsonRecord } from '../json-record'
import type { Member, Operation } from './operation'

/** What a client sends for an operation. Source: service models, protocol rest-json. */
export interface WireRequest {
  readonly method: string
  /** Percent-encoded, without the query. */
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  /** `json`: members of the body; `raw`: the payload itself; `none`: nothing is sent. */
  readonly body:
    | { readonly kind: 'json'; readonly value: JsonRecord }
    | { readonly kind: 'raw'; readonly value: unknown }
    | { readonly kind: 'none' }
}

/** The request of an operation with these values, which are named as on the wire. */
export function wireRequest(operation: Operation, values: JsonRecord): WireRequest {
  const [path = '', fixedQuery = ''] = operation.uri.split('?')
  const given = operation.members.filter(({ name }) => values[name] !== undefined)
  const at = (place: Member['place']) => given.filter((member) => member.place === place)
  return {
    method: operation.method,
    path: path.replace(/\{([^}]+)\}/g, (_whole, name: string) => encoded(String(values[name] ?? ''))),
    query: [
      ...(fixedQuery === '' ? [] : [fixedQuery.split('=') as [string, string]]),
      ...at('query').flatMap(({ name }) => queryOf(name, values[name])),
    ],
    headers: Object.fromEntries(at('header').map(({ name }) => [name, String(values[name])])),
    body: bodyOf(operation, values, at('body'), at('payload')),
  }
}

function bodyOf(
  operation: Operation,
  values: JsonRecord,
  inBody: readonly Member[],
  payload: readonly Member[],
): WireRequest['body'] {
  const [whole] = payload
  if (whole !== undefined) return { kind: 'raw', value: values[whole.name] }
  const takesBody = operation.members.some(({ place }) => place === 'body')
  if (!takesBody) return { kind: 'none' }
  return { kind: 'json', value: Object.fromEntries(inBody.map(({ name }) => [name, values[name]])) }
}

/** A list is sent once for each item, an object as parameters of its own. */
function queryOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((item) => [name, String(item)])
  if (isRecord(value)) return Object.entries(value).map(([key, item]) => [key, String(item)])
  return [[name, String(value)]]
}

/** As botocore does: everything but letters, digits and `-_.~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

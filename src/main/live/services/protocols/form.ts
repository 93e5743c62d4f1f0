import { headerValue } from '../../../engine/mapping/header-list'
import { mimeOf } from '../../../engine/mapping/media-type'
import type { ServiceRequest } from '../../../engine/mapping/service-request'

/** Parameters of the query protocol by their name; of several of one name the first. */
export type FormParameters = ReadonlyMap<string, string>

/** Those of the query string, and of the body when it says that it is a form. */
export function formParameters({ headers, query, body }: ServiceRequest): FormParameters {
  const inBody = isForm(headers) ? parseForm(Buffer.from(body).toString('utf8')) : []
  const parameters = new Map<string, string>()
  for (const [name, value] of [...inBody, ...query]) if (!parameters.has(name)) parameters.set(name, value)
  return parameters
}

/** Why a body that looks like a form was not read as one; undefined when it was, or when there is none. */
export function unreadFormHint({ headers, body }: ServiceRequest): string | undefined {
  if (body.length === 0 || isForm(headers)) return undefined
  const type = headerValue(headers, 'Content-Type') ?? 'none'
  const target = 'integration.request.header.Content-Type'
  return `the body was not read as a form because its Content-Type is ${type}; map ${target} to "'application/x-www-form-urlencoded'"`
}

/** Parameters of a body that are read at all; no request of the services needs more. */
const MOST_PARAMETERS = 10_000

/** "a=1&b=x+y" -> [["a", "1"], ["b", "x y"]]. What is no valid encoding stays as it is. */
function parseForm(text: string): [string, string][] {
  return text.split('&', MOST_PARAMETERS).flatMap((pair): [string, string][] => {
    const equals = pair.indexOf('=')
    const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    const decoded = decode(name).trim()
    return decoded === '' ? [] : [[decoded, decode(value)]]
  })
}

function isForm(headers: ServiceRequest['headers']): boolean {
  return mimeOf(headerValue(headers, 'Content-Type')) === 'application/x-www-form-urlencoded'
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

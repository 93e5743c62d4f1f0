import type { HeaderList } from '../../engine/mapping/header-list'
import type { EndpointExchange } from './endpoint-exchange'

/** What the service adds to a request, in the order that it logs it: after what is mapped. */
const ADDED = ['x-amzn-apigateway-api-id', 'accept', 'user-agent', 'content-type', 'x-amzn-trace-id']

/** What an HTTP backend is asked. Source: API Gateway Developer Guide, "Parameter mapping examples" (its log). */
export function httpRequest(
  target: { readonly protocol: string; readonly host: string; readonly path: string },
  headers: HeaderList,
  body: Uint8Array | null,
): EndpointExchange {
  return {
    uri: `${target.protocol}//${target.host}${target.path}`,
    headers: headers.map(spelled).toSorted(([a], [b]) => placeOf(a) - placeOf(b)),
    body: body ?? '',
    answer: null,
  }
}

/** The log spells this one in its own way. */
function spelled([name, value]: HeaderList[number]): HeaderList[number] {
  return [name.toLowerCase() === ADDED[0] ? ADDED[0] : name, value]
}

function placeOf(name: string): number {
  return ADDED.indexOf(name.toLowerCase())
}

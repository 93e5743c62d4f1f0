import type { HeaderList } from '../../engine/mapping/header-list'

/** Written by the client that brings a test invoke here; in the console there is none. */
const OF_THE_CLIENT = new Set(['host', 'connection', 'content-length'])

/**
 * The headers of a test invoke: what was typed in. A body counts as JSON, whatever its type says.
 * Source: API Gateway Developer Guide, "Amazon API Gateway important notes"; rest-api.md 2.1.
 */
export function testInvokeHeaders(headers: HeaderList): HeaderList {
  return headers
    .filter(([name]) => !OF_THE_CLIENT.has(name.toLowerCase()))
    .map(([name, value]) => [name, name.toLowerCase() === 'content-type' ? 'application/json' : value] as const)
}

import type { HeaderList } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { isSignature } from '../events/event-headers'

/** Not passed on to an HTTP backend. Source: rest-api.md 9.4, recorded. */
const DROPPED = new Set([
  'connection',
  'content-encoding',
  'content-md5',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-amzn-trace-id',
  'x-amzn-apigateway-api-id',
])

/** What the backend of HTTP_PROXY gets: the client's headers without those of the connection, replaced by those that are mapped. */
export function proxiedHeaders(call: Call, mapped: HeaderList): HeaderList {
  const replaced = new Set(mapped.map(([name]) => name.toLowerCase()))
  const passed = call.message.headers.filter(([name, value]) => {
    const lowerCase = name.toLowerCase()
    return !DROPPED.has(lowerCase) && !replaced.has(lowerCase) && !isSignature(name, value)
  })
  return [...passed, ...mapped, ...gatewayHeaders(call)]
}

/** What HTTP backends learn from the gateway itself. */
export function gatewayHeaders({ route, message }: Call): HeaderList {
  return [
    ['X-Amzn-Apigateway-Api-Id', route.stage.view.apiId],
    ['X-Amzn-Trace-Id', message.ids.traceId],
  ]
}

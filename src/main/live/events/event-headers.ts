import { ALGORITHM } from '../../engine/authorizers/sigv4/string-to-sign'
import { headerValues, type HeaderList } from '../../engine/mapping/header-list'
import { edgeRequestHeaders } from '../answers/edge-headers'
import type { Message } from '../request/message'

/** Never seen by a function. Source: rest-api.md 9.2, recorded. */
const DROPPED = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'transfer-encoding',
  'trailer',
  'upgrade',
  'www-authenticate',
])

/** Written by the service, whatever the client sent. */
const REPLACED = new Set(['host', 'x-amzn-trace-id', 'x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto'])

const RESPELLED: ReadonlyMap<string, string> = new Map([
  ['authorization', 'Authorization'],
  ['user-agent', 'User-Agent'],
])

/** What the headers of an event are made of. */
export type HeadedMessage = Pick<Message, 'headers' | 'sourceIp' | 'domainName' | 'isTestInvoke' | 'edgeOfApi'> & {
  readonly ids: Pick<Message['ids'], 'traceId'> & Partial<Pick<Message['ids'], 'extendedRequestId'>>
}

/**
 * The headers of an event: what the client sent without what belongs to the connection, with what the service adds. They say what a
 * caller of the deployed API would have said (https, port 443), not what the loopback socket did.
 */
export function eventHeaders(message: HeadedMessage): HeaderList {
  const { headers, sourceIp, domainName, ids, isTestInvoke, edgeOfApi } = message
  const sent: [string, string][] = []
  for (const [name, value] of headers) {
    const lowerCase = name.toLowerCase()
    if (!DROPPED.has(lowerCase) && !REPLACED.has(lowerCase)) sent.push([RESPELLED.get(name) ?? name, value])
  }
  // Nothing stands between the console and the method. Source: execution logs of TestInvokeMethod, recorded.
  if (isTestInvoke) return sent
  sent.push(
    ['Host', domainName],
    ['X-Amzn-Trace-Id', ids.traceId],
    ['X-Forwarded-For', [...headerValues(headers, 'X-Forwarded-For'), sourceIp].join(', ')],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  )
  return edgeOfApi === undefined ? sent : throughEdge(sent, edgeOfApi, ids.extendedRequestId ?? '')
}

/** What a distribution says of a request stands in the place of what a client has said of it. */
function throughEdge(sent: HeaderList, apiId: string, extendedRequestId: string): HeaderList {
  const added = edgeRequestHeaders(sent, { apiId, extendedRequestId })
  const names = new Set(added.map(([name]) => name.toLowerCase()))
  return [...sent.filter(([name]) => !names.has(name.toLowerCase())), ...added]
}

/** The same for an integration: a SigV4 signature was for the gateway and is not passed on. Source: rest-api.md 7.5. */
export function integrationHeaders(message: Message): HeaderList {
  return eventHeaders(message).filter(([name, value]) => !isSignature(name, value))
}

/** Whether a header is the signature of a request, and not some other authorization. */
export function isSignature(name: string, value: string): boolean {
  return name.toLowerCase() === 'authorization' && value.trimStart().startsWith(`${ALGORITHM} `)
}

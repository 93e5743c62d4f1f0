import { headerValues, type HeaderList } from '../../engine/mapping/header-list'
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

/**
 * The headers of an event: what the client sent without what belongs to the connection, with what the service adds. They say what a
 * caller of the deployed API would have said (https, port 443), not what the loopback socket did.
 */
export function eventHeaders({ headers, sourceIp, domainName, ids }: Message): HeaderList {
  const sent = headers
    .filter(([name]) => !DROPPED.has(name.toLowerCase()) && !REPLACED.has(name.toLowerCase()))
    .map(([name, value]): [string, string] => [RESPELLED.get(name) ?? name, value])
  return [
    ...sent,
    ['Host', domainName],
    ['X-Amzn-Trace-Id', ids.traceId],
    ['X-Forwarded-For', [...headerValues(headers, 'X-Forwarded-For'), sourceIp].join(', ')],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ]
}

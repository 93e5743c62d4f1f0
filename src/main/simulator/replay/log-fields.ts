import type { LogField } from './log-entry'

/** Names as logs give them, without what is no letter or digit: those of guide 000's format and of `$context`, and what others write. */
const NAMES: { readonly [Field in LogField]: readonly string[] } = {
  requestTimeEpoch: ['requesttimeepoch'],
  requestTime: ['requesttime'],
  timestamp: ['timestamp', 'time', 'datetime', 'date', 'timelocal', 'timeiso8601', 'eventtime', 'ts', 'msec'],
  httpMethod: ['httpmethod', 'method', 'requestmethod', 'verb'],
  resourcePath: ['resourcepath', 'resource'],
  routeKey: ['routekey'],
  path: ['path', 'requestpath', 'rawpath', 'uri', 'requesturi', 'uripath', 'url', 'urlpath'],
  query: ['querystring', 'rawquerystring', 'query', 'args'],
  request: ['request', 'requestline'],
  user: ['user', 'username', 'remoteuser', 'userarn', 'principalid', 'authorizerprincipalid', 'authorizerclaimssub'],
  caller: ['caller'],
  ip: ['ip', 'sourceip', 'clientip', 'remoteip', 'remoteaddr', 'remotehost', 'clientaddress'],
  apiKeyId: ['apikeyid'],
}

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as LogField])),
)

/** Names seen in one log; more than that are looked up anew each time. */
const MOST_NAMES = 256

/** Which field a name stands for: "requestTime", "request_time" and "$context.requestTime" are the same; null for one of no use. */
export class LogFields {
  private readonly known = new Map<string, LogField | null>()

  of(name: string): LogField | null {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const field = fieldOf(name)
    if (this.known.size < MOST_NAMES) this.known.set(name, field)
    return field
  }
}

function fieldOf(name: string): LogField | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return FIELD_OF.get(plain.replace(/^(?:context)?(?:identity)?/, '')) ?? FIELD_OF.get(plain) ?? null
}

/** What a log says of one request, as it stands there; "" for what it does not say, "-" for what it says there was not. Used again. */
export interface LogEntry {
  /** Milliseconds since 1970, or a time in another form. */
  requestTimeEpoch: string
  requestTime: string
  timestamp: string
  httpMethod: string
  /** "/orders/{id}" */
  resourcePath: string
  /** "GET /orders/{id}" */
  routeKey: string
  /** "/prod/orders/7", with the query or without. */
  path: string
  query: string
  /** "GET /orders/7?expand=1 HTTP/1.1" */
  request: string
  user: string
  caller: string
  ip: string
  apiKeyId: string
}

export type LogField = keyof LogEntry

export function newLogEntry(): LogEntry {
  return {
    requestTimeEpoch: '',
    requestTime: '',
    timestamp: '',
    httpMethod: '',
    resourcePath: '',
    routeKey: '',
    path: '',
    query: '',
    request: '',
    user: '',
    caller: '',
    ip: '',
    apiKeyId: '',
  }
}

export function clearLogEntry(entry: LogEntry): void {
  Object.assign(entry, EMPTY)
}

/** Whether a log says something. */
export function isLogged(value: string): boolean {
  return value !== '' && value !== '-'
}

const EMPTY = newLogEntry()

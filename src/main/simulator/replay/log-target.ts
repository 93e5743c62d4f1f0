import { isLogged, type LogEntry } from './log-entry'

/** What a logged request asked for. */
export interface LogTarget {
  /** In upper case; "" when the log does not say. */
  readonly verb: string
  /** As a resource's path or as it was sent, without query; "" when the log does not say. */
  readonly path: string
  readonly query: string
}

/** From the members of their own, or out of "GET /orders/7?expand=1 HTTP/1.1". Of "https://host/orders/7" the path counts. */
export function logTarget(entry: LogEntry): LogTarget {
  const line = isLogged(entry.request) ? /^(\S+) (\S+)/.exec(entry.request) : null
  const verb = isLogged(entry.httpMethod) ? entry.httpMethod : (line?.[1] ?? '')
  const sent = withoutHost(isLogged(entry.path) ? entry.path : (line?.[2] ?? ''))
  const mark = sent.indexOf('?')
  const query = isLogged(entry.query) ? entry.query : mark === -1 ? '' : sent.slice(mark + 1)
  return { verb: verb.toUpperCase(), path: mark === -1 ? sent : sent.slice(0, mark), query }
}

function withoutHost(sent: string): string {
  return sent.startsWith('/') ? sent : sent.replace(/^[a-z]+:\/\/[^/]*/i, '')
}

import type { TemplateEvent } from '@shared/template-event'
import { parseMapText } from './parse-map-text'
import type { PastedEvent } from './pasted-event'

/**
 * The lines of an execution log that tell what a template saw, by how they begin behind time or request id.
 * Source: log of "Test" in the console and of a stage with full request logging.
 */
const LINES = {
  route: 'HTTP Method: ',
  path: 'Method request path: ',
  querystring: 'Method request query string: ',
  header: 'Method request headers: ',
  body: 'Method request body before transformations: ',
  responseBody: 'Endpoint response body before transformations: ',
  start: 'Starting execution for request: ',
} as const

type LineName = keyof typeof LINES

/** How a line of the log begins: "Thu Nov 19 10:00:00 UTC 2026 : " in the console, "(request id) " in CloudWatch. */
const PREFIX = /^\s*(?:\w{3} \w{3} \d\d \d\d:\d\d:\d\d [\w/+:-]+ \d{4} : |\([\w-]{8,64}\) )/

const CUT = '[TRUNCATED]'

/** The request, or the answer of the integration, of which lines of an execution log tell. null when no line does. */
export function eventOfLog(text: string, isResponse: boolean): PastedEvent | null {
  const found = readLines(text)
  if (found.size === 0) return null
  const body = (isResponse ? found.get('responseBody') : undefined) ?? found.get('body') ?? found.get('responseBody')
  const params = {
    ...mapMember('path', found),
    ...mapMember('querystring', found),
    ...mapMember('header', found),
  }
  const context = contextOf(found)
  const isCut = body?.endsWith(CUT) ?? false
  const event: Partial<TemplateEvent> = {
    ...(body !== undefined && { body: isCut ? body.slice(0, -CUT.length) : body }),
    ...(Object.keys(params).length > 0 && { params }),
    ...(Object.keys(context).length > 0 && { context }),
  }
  return { kind: 'log', event, note: isCut ? 'The log cut the body: what follows is not in it.' : null }
}

/** What follows each known beginning. A body may go on over several lines, up to the next line of the log. */
function readLines(text: string): Map<LineName, string> {
  const found = new Map<LineName, string>()
  let open: LineName | null = null
  for (const line of text.split(/\r?\n/)) {
    const content = line.replace(PREFIX, '')
    const name = nameOf(content)
    if (name !== null) {
      found.set(name, content.slice(LINES[name].length))
      open = name
    } else if (content !== line) open = null
    else if (open !== null) found.set(open, `${found.get(open) ?? ''}\n${line}`)
  }
  return new Map([...found].map(([name, value]) => [name, value.trim()]))
}

function nameOf(content: string): LineName | null {
  return (Object.keys(LINES) as LineName[]).find((name) => content.startsWith(LINES[name])) ?? null
}

function mapMember(name: 'path' | 'querystring' | 'header', found: ReadonlyMap<LineName, string>) {
  const map = parseMapText(found.get(name) ?? '')
  return map === null ? {} : { [name]: map }
}

/** "HTTP Method: POST, Resource Path: /orders" and the request id. */
function contextOf(found: ReadonlyMap<LineName, string>): Readonly<Record<string, string>> {
  const [httpMethod = '', resourcePath = ''] = (found.get('route') ?? '').split(', Resource Path: ')
  const requestId = found.get('start') ?? ''
  return {
    ...(requestId !== '' && { requestId }),
    ...(httpMethod !== '' && { httpMethod }),
    ...(resourcePath !== '' && { resourcePath }),
  }
}

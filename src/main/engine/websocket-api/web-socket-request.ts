import type { TemplateEvent } from '@shared/template-event'
import { groupByName, type HeaderList } from '../mapping/header-list'
import type { QueryList } from '../mapping/query-string'
import type { ClientMessage } from './client-message'

/** A handshake, a message or an end, as mappings and templates see it. */
export interface WebSocketRequest {
  readonly message: ClientMessage
  /** Of a handshake; empty for everything later. */
  readonly headers: HeaderList
  readonly query: QueryList
  /** `$context`, made when somebody asks. */
  readonly context: Readonly<Record<string, unknown>>
  readonly stageVariables: Readonly<Record<string, string>>
}

/** What a template sees of it beside the payload that it reads. Made when the template asks: most ask for little. */
export class WebSocketTemplateEvent implements TemplateEvent {
  readonly body: string
  private readonly request: WebSocketRequest

  constructor(request: WebSocketRequest, body: string) {
    this.request = request
    this.body = body
  }

  get params(): NonNullable<TemplateEvent['params']> {
    return paramsOf(this.request)
  }

  get context(): Readonly<Record<string, unknown>> {
    return this.request.context
  }

  get stageVariables(): Readonly<Record<string, string>> {
    return this.request.stageVariables
  }
}

/** Of several values of a name the last, as in templates of other APIs. */
function paramsOf({ headers, query }: WebSocketRequest): NonNullable<TemplateEvent['params']> {
  return {
    querystring: Object.fromEntries(query),
    header: Object.fromEntries([...groupByName(headers)].map(([name, values]) => [name, values.at(-1)!])),
  }
}

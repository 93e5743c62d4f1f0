import type { TemplateEvent, TemplateParams } from '@shared/template-event'
import { groupByName, type HeaderList } from './header-list'
import type { QueryList } from './query-string'

/** A request as mapping expressions and templates see it. */
export interface ClientRequest {
  /** As they were sent, not decoded. */
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: QueryList
  /** Without what belongs to the connection. */
  readonly headers: HeaderList
  /** Empty when there is none. */
  readonly body: Uint8Array
  /** `$context`: plain JSON, without overrides. */
  readonly context: Readonly<Record<string, unknown>>
  readonly stageVariables: Readonly<Record<string, string>>
}

/** What a template of the request sees beside the payload. Made when the template asks for it: most ask for little. */
export function templateEvent(request: ClientRequest, body: string): TemplateEvent & { readonly body: string } {
  return new RequestEvent(request, body)
}

/** A class, because an object with getters of its own costs a hidden class each time, which keeps the request in memory. */
class RequestEvent implements TemplateEvent {
  readonly body: string
  private readonly request: ClientRequest

  constructor(request: ClientRequest, body: string) {
    this.request = request
    this.body = body
  }

  get params(): Required<TemplateParams> {
    return templateParams(this.request)
  }

  get context(): ClientRequest['context'] {
    return this.request.context
  }

  get stageVariables(): ClientRequest['stageVariables'] {
    return this.request.stageVariables
  }
}

/** What `$input.params()` gives: of several values of a name the last. Source: rest-api.md 10.2. */
export function templateParams({ pathParameters, query, headers }: ClientRequest): Required<TemplateParams> {
  return {
    path: pathParameters,
    querystring: Object.fromEntries(query),
    header: Object.fromEntries([...groupByName(headers)].map(([name, values]) => [name, values.at(-1)!])),
  }
}

import type { ApiSource } from './api-source'
import { implicitSource } from './api-sources'
import { referredId } from './intrinsics'
import { ownMember } from './mutable-json'
import { refuse, say, type SamContext } from './sam-context'
import type { SamEvent } from './sam-events'
import type { TemplateResource } from '../template/template'

/** An event that gives an API a route. */
export interface ApiEvent extends SamEvent {
  /** The function or state machine that it belongs to. */
  readonly owner: TemplateResource
  readonly apiId: string
  readonly path: string
  /** As written, as in "get", "ANY". */
  readonly method: string
}

/** How an event type names its API. */
export interface ApiEventKind {
  readonly apiProperty: 'RestApiId' | 'ApiId'
  readonly implicitId: 'ServerlessRestApi' | 'ServerlessHttpApi'
  readonly apiType: 'AWS::Serverless::Api' | 'AWS::Serverless::HttpApi'
  /** The stage of an implicit API, which nothing changes. */
  readonly implicitStage: string
}

export const REST_EVENT: ApiEventKind = {
  apiProperty: 'RestApiId',
  implicitId: 'ServerlessRestApi',
  apiType: 'AWS::Serverless::Api',
  implicitStage: 'Prod',
}

export const HTTP_EVENT: ApiEventKind = {
  apiProperty: 'ApiId',
  implicitId: 'ServerlessHttpApi',
  apiType: 'AWS::Serverless::HttpApi',
  implicitStage: '$default',
}

/** CloudFormation's own APIs, which have the routes that the template writes. */
const PLAIN_APIS = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api']

/** The API that an event names, the implicit one when it names none; undefined when the event gives no API a route. */
export function apiIdOf(context: SamContext, event: SamEvent, kind: ApiEventKind): string | undefined {
  const written = ownMember(event.properties, kind.apiProperty)
  if (written === undefined) return kind.implicitId
  const id = referredId(written)
  const type = id === undefined ? undefined : context.resources.get(id)?.type
  if (id === kind.implicitId || type === kind.apiType) return id
  const pointer = `${event.pointer}/Properties/${kind.apiProperty}`
  if (type !== undefined && PLAIN_APIS.includes(type)) {
    const message = `${event.label} adds no route to ${id}: an ${type} has the routes that the template writes for it.`
    say(context, 'import/not-carried', 'info', pointer, message)
    return undefined
  }
  const found = id === undefined ? 'is no reference' : `names "${id}", ${whatIs(context, id)}`
  const message = `${kind.apiProperty} of ${event.label} ${found}; the event is left out. It must be a reference to an ${kind.apiType} of this template.`
  refuse(context, pointer, message)
  return undefined
}

function whatIs(context: SamContext, id: string): string {
  const type = context.resources.get(id)?.type
  const condition = context.leftOut.get(id)
  if (condition !== undefined) return `which is not made, because its condition ${condition} is false`
  return type === undefined ? 'which this template does not have' : `an ${type}`
}

/**
 * The API that an event adds to. One under the name of an implicit API is made of its events alone, whatever the template writes of it.
 */
export function apiOfEvent(
  context: SamContext,
  apis: Map<string, ApiSource>,
  apiId: string,
  event: SamEvent,
  kind: ApiEventKind,
): ApiSource {
  const found = apis.get(apiId)
  if (found && (found.isImplicit || apiId !== kind.implicitId)) return found
  if (found) {
    const message = `What the template writes of ${apiId} is left out: SAM makes the API of that name from the events of functions. Give it another name, and refer to it by ${kind.apiProperty}.`
    say(context, 'import/not-carried', 'warning', found.pointer, message)
  }
  const made = implicitSource(apiId, kind.implicitStage)
  context.pointers.cause(made.pointer, event.pointer)
  apis.set(apiId, made)
  return made
}

/** A text property that an event must have; undefined, and said so, when it has none. */
export function requiredText(context: SamContext, event: SamEvent, name: 'Path' | 'Method'): string | undefined {
  const value = ownMember(event.properties, name)
  if (typeof value === 'string' && value !== '') return value
  const said = value === undefined || value === '' ? `has no "${name}"` : `has a "${name}" that is no text`
  const example = name === 'Path' ? 'Path: /orders' : 'Method: get'
  refuse(context, event.pointer, `${event.label} ${said} and is left out. Give it one, as in ${example}.`)
  return undefined
}

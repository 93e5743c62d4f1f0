import { pointerTo } from '@shared/diagnostic'
import { isRecord } from '../../json-place'
import type { TemplateResource } from '../../template/template'
import { apiIdOf, apiOfEvent, HTTP_EVENT, requiredText, type ApiEvent } from '../api-event'
import type { ApiSource } from '../api-source'
import { takeTags } from '../api-sources'
import { ANY_METHOD, methodName } from '../definition'
import { ownMember, recordIn, setMember } from '../mutable-json'
import type { SamContext } from '../sam-context'
import type { SamEvent } from '../sam-events'

export const DEFAULT_PATH = '$default'

/** The events of one function that give HTTP APIs a route; one without path and method catches everything. */
export function readHttpEvents(context: SamContext, owner: TemplateResource, events: readonly SamEvent[]): ApiEvent[] {
  return events.flatMap((event): ApiEvent[] => {
    if (event.type !== 'HttpApi') return []
    const apiId = apiIdOf(context, event, HTTP_EVENT)
    const route = routeOf(context, event)
    if (apiId === undefined || !route) return []
    const source = apiOfEvent(context, context.httpApis, apiId, event, HTTP_EVENT)
    if (ownMember(event.properties, HTTP_EVENT.apiProperty) === undefined) takeTags(source, owner)
    const read = { ...event, owner, apiId, ...route }
    addRouteSettings(context, source, read)
    return [read]
  })
}

function routeOf(context: SamContext, event: SamEvent): { path: string; method: string } | undefined {
  const isBare = ['Path', 'Method'].every((name) => (ownMember(event.properties, name) ?? '') === '')
  if (isBare) return { path: DEFAULT_PATH, method: ANY_METHOD }
  const path = requiredText(context, event, 'Path')
  const method = requiredText(context, event, 'Method')
  return path === undefined || method === undefined ? undefined : { path, method }
}

/** `RouteSettings` of an event are the API's for that route: "GET /orders", or the bare path for one that catches everything. */
function addRouteSettings(context: SamContext, source: ApiSource, event: ApiEvent): void {
  const settings = ownMember(event.properties, 'RouteSettings')
  if (!isRecord(settings)) return
  const route = event.method === ANY_METHOD ? event.path : `${event.method.toUpperCase()} ${event.path}`
  const own = recordIn(recordIn(source.properties, 'RouteSettings'), route)
  for (const [name, value] of Object.entries(settings)) setMember(own, name, value)
  const made = `${source.pointer}/Properties/RouteSettings${pointerTo([route])}`
  context.pointers.moved(made, `${event.pointer}/Properties/RouteSettings`)
}

/** Where the method that an event makes stands. */
export function httpMethodPointer(source: ApiSource, event: ApiEvent): string {
  return `${source.pointer}/Properties/Body${pointerTo(['paths', event.path, methodName(event.method)])}`
}

import type { TemplateResource } from '../../template/template'
import { apiIdOf, apiOfEvent, requiredText, REST_EVENT, type ApiEvent } from '../api-event'
import { takeTags } from '../api-sources'
import type { SamContext } from '../sam-context'
import type { SamEvent } from '../sam-events'

/** The events of one function or state machine that give REST APIs a route; what SAM refuses is reported. */
export function readRestEvents(context: SamContext, owner: TemplateResource, events: readonly SamEvent[]): ApiEvent[] {
  return events.flatMap((event): ApiEvent[] => {
    if (event.type !== 'Api') return []
    const apiId = apiIdOf(context, event, REST_EVENT)
    const path = requiredText(context, event, 'Path')
    const method = requiredText(context, event, 'Method')
    if (apiId === undefined || path === undefined || method === undefined) return []
    const source = apiOfEvent(context, context.restApis, apiId, event, REST_EVENT)
    const isOwnApi = event.properties[REST_EVENT.apiProperty] === undefined
    if (isOwnApi) takeTags(source, owner)
    return [{ ...event, owner, apiId, path, method }]
  })
}

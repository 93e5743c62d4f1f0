import type { ApiEvent } from './api-event'
import { addFunctionPermission, functionTarget, permittedApi, stageSuffix } from './compute/function-events'
import { stateMachineTarget } from './compute/expand-state-machine'
import { addHttpEvent } from './http/http-event'
import { addRestEvent } from './rest/rest-event'
import type { SamContext } from './sam-context'

/**
 * Adds the routes of all events to their APIs: functions before state machines, the events of one function by their paths, as SAM does. The
 * order decides who comes first in a resource policy, and that `$default` precedes the other routes of a function.
 */
export function addRoutes(context: SamContext, events: readonly ApiEvent[]): void {
  const owners = new Map<string, ApiEvent[]>()
  for (const event of events) {
    const group = owners.get(event.owner.logicalId)
    if (group) group.push(event)
    else owners.set(event.owner.logicalId, [event])
  }
  const groups = [...owners.values()]
  for (const group of groups.filter((each) => isFunction(each[0]))) {
    for (const event of [...group].sort(byPath)) addFunctionRoute(context, event)
  }
  for (const group of groups.filter((each) => !isFunction(each[0]))) {
    for (const event of group) addStateMachineRoute(context, event)
  }
}

function isFunction(event: ApiEvent | undefined): boolean {
  return event?.owner.type === 'AWS::Serverless::Function'
}

function byPath(a: ApiEvent, b: ApiEvent): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function addFunctionRoute(context: SamContext, event: ApiEvent): void {
  if (event.type === 'HttpApi') {
    const api = context.httpApis.get(event.apiId)
    if (api) addHttpEvent(context, api, event)
    return
  }
  const api = context.restApis.get(event.apiId)
  if (!api) return
  addFunctionPermission(context, event, permittedApi(event, 'RestApiId'), stageSuffix(api))
  addRestEvent(context, api, event, functionTarget(context, api, event))
}

function addStateMachineRoute(context: SamContext, event: ApiEvent): void {
  const api = context.restApis.get(event.apiId)
  if (api) addRestEvent(context, api, event, stateMachineTarget(context, event))
}

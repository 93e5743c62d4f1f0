import { removeMember } from '@shared/design/edits/update-in'
import type { V2Api, V2Route } from '@shared/design/v2-api'
import type { WebSocketRoute, WebSocketRouteResponse } from '@shared/design/websocket-api'
import type { ControlPlane } from '../control-plane'
import { idOf, moveId, routeResponseScope } from '../ids'
import type { OperationCall, OperationHandlers } from '../operation-handler'
import { badRequest, conflict } from '../service-error'
import { findRoute, findV2Api, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'
import { findResponse, replaced } from './keyed-responses'
import { socketRoute } from './routes'

/** What turns replies to clients on. Source: websocket-api.md 5.5. */
export const ROUTE_RESPONSE_HANDLERS: OperationHandlers = {
  CreateRouteResponse(call) {
    const { api, routeKey, route, responses } = routeOf(call)
    const key = neededKey(call)
    if (Object.hasOwn(responses, key)) throw conflict(`RouteResponse with key ${key} already exists for this route`)
    const response: WebSocketRouteResponse = givenMembers(call.input, MEMBERS)
    const state = withResponses(call.state, api, routeKey, route, put(responses, key, response))
    return { state, output: record(state, api, routeKey, key, response) }
  },
  GetRouteResponse(call) {
    const { api, routeKey, responses } = routeOf(call)
    const { key, response } = find(call, api, routeKey, responses)
    return { state: call.state, output: record(call.state, api, routeKey, key, response) }
  },
  GetRouteResponses(call) {
    const { api, routeKey, responses } = routeOf(call)
    const items = Object.entries(responses).map(([key, each]) => record(call.state, api, routeKey, key, each))
    return { state: call.state, output: { items } }
  },
  UpdateRouteResponse(call) {
    const { api, routeKey, route, responses } = routeOf(call)
    const { key: before, response } = find(call, api, routeKey, responses)
    const key = call.input.has('routeResponseKey') ? neededKey(call) : before
    const updated = updatedMembers(response, givenMembers(call.input, MEMBERS), [
      'responseModels',
      'responseParameters',
    ])
    const moved = moveId(call.state, routeResponseScope(api.id, routeKey), before, key)
    const state = withResponses(moved, api, routeKey, route, replaced(responses, before, key, updated))
    return { state, output: record(state, api, routeKey, key, updated) }
  },
  DeleteRouteResponse(call) {
    const { api, routeKey, route, responses } = routeOf(call)
    const { key } = find(call, api, routeKey, responses)
    return { state: withResponses(call.state, api, routeKey, route, removeMember(responses, key)) }
  },
}

type Responses = Readonly<Record<string, WebSocketRouteResponse>>

const MEMBERS = ['modelSelectionExpression', 'responseModels', 'responseParameters']

function routeOf({ state, input }: OperationCall) {
  const api = findV2Api(state, input)
  const { routeKey } = findRoute(state, api, input)
  const route = socketRoute(api, routeKey)
  return { api, routeKey, route, responses: route.routeResponses ?? {} }
}

function neededKey({ input }: OperationCall): string {
  const key = input.needed('routeResponseKey')
  if (key === '$default') return key
  throw badRequest('Only $default is supported as a route response key', "Use --route-response-key '$default'.")
}

function find({ state, input }: OperationCall, api: V2Api, routeKey: string, responses: Responses) {
  const id = input.needed('routeResponseId')
  return findResponse(state, routeResponseScope(api.id, routeKey), responses, id, 'RouteResponse')
}

function withResponses(
  state: ControlPlane,
  api: V2Api,
  routeKey: string,
  route: WebSocketRoute,
  responses: Responses,
): ControlPlane {
  const { routeResponses: _before, ...own } = route
  const changed = Object.keys(responses).length === 0 ? own : { ...own, routeResponses: responses }
  return withParts(state, api, { routes: put<V2Route>(api.routes, routeKey, changed) })
}

function record(state: ControlPlane, api: V2Api, routeKey: string, key: string, response: WebSocketRouteResponse) {
  return { routeResponseId: idOf(state, routeResponseScope(api.id, routeKey), key), routeResponseKey: key, ...response }
}

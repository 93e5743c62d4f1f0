import { moveV2RouteReferences } from '@shared/design/edits/v2/move-v2-route-references'
import { memberOf, removeMember, renameMember } from '@shared/design/edits/update-in'
import { integrationIdOf, type V2Api, type V2Route } from '@shared/design/v2-api'
import { isSameHttpRoute, problemOfHttpRouteKey } from '@shared/design/v2-rules/http-route-rule'
import { problemOfWebSocketRouteKey } from '@shared/design/v2-rules/websocket-route-rule'
import { extrasOf, withDesign, type ControlPlane } from '../control-plane'
import { authorizerScope, idOf, moveId, routeScope } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, conflict, notFound } from '../service-error'
import { v2ApiPath } from './api-record'
import { authorizerHint, authorizerNameOf, findRoute, findV2Api, integrationHint, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'

/** What calls and messages are told apart by. Source: http-api.md 4, websocket-api.md 1. */
export const ROUTE_HANDLERS: OperationHandlers = {
  CreateRoute({ state, input }) {
    const api = findV2Api(state, input)
    const routeKey = input.needed('routeKey')
    refuseRouteKey(api, routeKey)
    const route = checked(state, api, givenRoute(state, api, input))
    const after = withParts(state, api, { routes: put<V2Route>(api.routes, routeKey, route) })
    const about = pathOf(after, api, routeKey)
    return { state: after, output: record(after, api, routeKey, route), about, notes: notesOn(api, routeKey, route) }
  },
  GetRoute({ state, input }) {
    const api = findV2Api(state, input)
    const { routeKey, route } = findRoute(state, api, input)
    return { state, output: record(state, api, routeKey, route) }
  },
  GetRoutes({ state, input }) {
    const api = findV2Api(state, input)
    return {
      state,
      output: { items: Object.entries<V2Route>(api.routes).map(([key, route]) => record(state, api, key, route)) },
    }
  },
  UpdateRoute({ state, input }) {
    const api = findV2Api(state, input)
    const { routeKey: before, route } = findRoute(state, api, input)
    const routeKey = input.text('routeKey') ?? before
    if (routeKey !== before) refuseRouteKey(api, routeKey, before)
    const updated = checked(state, api, updatedMembers(route, givenRoute(state, api, input, false), MAPS))
    const routes = put<V2Route>(
      renameMember<V2Route, Readonly<Record<string, V2Route>>>(api.routes, before, routeKey),
      routeKey,
      updated,
    )
    const renamed = withParts(moveId(state, routeScope(api.id), before, routeKey), api, { routes })
    const moved = routeKey === before ? renamed.design : moveV2RouteReferences(renamed.design, api.id, before, routeKey)
    const after = withDesign(renamed, moved)
    return { state: after, output: record(after, api, routeKey, updated), about: pathOf(after, api, routeKey) }
  },
  DeleteRoute({ state, input }) {
    const api = findV2Api(state, input)
    const { routeKey } = findRoute(state, api, input)
    const without = withParts(state, api, {
      routes: removeMember<Readonly<Record<string, V2Route>>>(api.routes, routeKey),
    })
    return { state: withDesign(without, moveV2RouteReferences(without.design, api.id, routeKey, null)) }
  },
  DeleteRouteRequestParameter({ state, input }) {
    const api = findV2Api(state, input)
    const { routeKey, route } = findRoute(state, api, input)
    const key = input.needed('requestParameterKey')
    const parameters = 'requestParameters' in route ? (route.requestParameters ?? {}) : {}
    if (!Object.hasOwn(parameters, key)) throw notFound('Invalid request parameter key specified')
    const changed = { ...route, requestParameters: removeMember(parameters, key) }
    return { state: withParts(state, api, { routes: put<V2Route>(api.routes, routeKey, changed) }) }
  },
}

const MAPS = ['requestModels', 'requestParameters']
const SHARED_MEMBERS = ['operationName', 'authorizationType']
const SOCKET_MEMBERS = [
  'apiKeyRequired',
  'modelSelectionExpression',
  'requestModels',
  'requestParameters',
  'routeResponseSelectionExpression',
]

/** The members of a route that were given, by the design's names for what it refers to. */
function givenRoute(state: ControlPlane, api: V2Api, input: OperationInput, isNew = true): V2Route {
  const isSocket = api.protocolType === 'WEBSOCKET'
  const authorizerId = input.text('authorizerId')
  const target = input.text('target')
  return {
    ...(isNew && !isSocket && { authorizationType: 'NONE' as const }),
    ...givenMembers(input, [...SHARED_MEMBERS, ...(isSocket ? SOCKET_MEMBERS : ['authorizationScopes'])]),
    ...presentMembers({
      target: target === undefined ? undefined : integrationIdOf({ target }),
      authorizerId: authorizerId && (authorizerNameOf(state, api, authorizerId) ?? refuseAuthorizer(state, api)),
    }),
  } as V2Route
}

function refuseAuthorizer(state: ControlPlane, api: V2Api): never {
  throw badRequest('Invalid authorizer ID specified', authorizerHint(state, api))
}

function checked(state: ControlPlane, api: V2Api, route: V2Route): V2Route {
  const { target, authorizationType, authorizerId } = route
  if (target !== undefined && !Object.hasOwn(api.integrations, target)) {
    throw notFound(
      'Invalid Integration identifier specified',
      `The target is integrations/ID. ${integrationHint(api, target)}`,
    )
  }
  const needsOne = authorizationType === 'JWT' || authorizationType === 'CUSTOM'
  if (needsOne && authorizerId === undefined) {
    throw badRequest(
      `Invalid authorizer ID specified. Setting the authorization type to CUSTOM or JWT requires a valid authorizer.`,
      authorizerHint(state, api),
    )
  }
  if (!needsOne && authorizerId !== undefined) {
    const { authorizerId: _unused, ...open } = route
    return open as V2Route
  }
  return route
}

function refuseRouteKey(api: V2Api, routeKey: string, moved?: string): void {
  const isHttp = api.protocolType === 'HTTP'
  const problem = isHttp ? problemOfHttpRouteKey(routeKey) : problemOfWebSocketRouteKey(routeKey)
  if (problem !== undefined) {
    throw badRequest(
      isHttp
        ? 'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"'
        : 'Invalid route key specified',
      problem,
    )
  }
  const others = Object.keys(api.routes).filter((key) => key !== moved)
  const same = others.find((key) => (isHttp ? isSameHttpRoute(key, routeKey) : key === routeKey))
  if (same !== undefined) throw conflict(`Route with key ${routeKey} already exists for this API`)
}

function notesOn(api: V2Api, routeKey: string, { target }: V2Route): Note[] {
  if (target !== undefined) return []
  const text =
    api.protocolType === 'HTTP'
      ? `The route ${routeKey} of "${api.name}" has no target: it answers 500 until it has --target integrations/ID.`
      : `The route ${routeKey} of "${api.name}" has no target: it does nothing until it has --target integrations/ID.`
  return [{ severity: 'info', text }]
}

function pathOf(state: ControlPlane, api: V2Api, routeKey: string): string {
  return `${v2ApiPath(api.id)}/routes/${idOf(state, routeScope(api.id), routeKey)}`
}

/** A route as the service reads it back, with ids instead of names. */
function record(state: ControlPlane, api: V2Api, routeKey: string, route: V2Route): JsonRecord {
  const { target, authorizerId, ...own } = route
  const { routeResponses: _responses, ...shown } = own as typeof own & { routeResponses?: unknown }
  return {
    apiKeyRequired: false,
    authorizationType: 'NONE',
    ...shown,
    ...presentMembers({
      authorizerId: authorizerId === undefined ? undefined : idOf(state, authorizerScope(api.id), authorizerId),
      target: target === undefined ? undefined : `integrations/${integrationIdOf({ target })}`,
    }),
    routeId: idOf(state, routeScope(api.id), routeKey),
    routeKey,
    ...extrasOf(state, pathOf(state, api, routeKey)),
  }
}

/** The route of a WebSocket API, for what only those have. */
export function socketRoute(api: V2Api, routeKey: string) {
  const route = api.protocolType === 'WEBSOCKET' ? memberOf(api.routes, routeKey) : undefined
  if (route !== undefined) return route
  throw badRequest('Route responses are supported only for WebSocket APIs', `"${api.name}" is an HTTP API.`)
}

import type {
  WebSocketAuthorizer,
  WebSocketIntegration,
  WebSocketParameter,
  WebSocketRoute,
  WebSocketRouteResponse,
} from '@shared/design/websocket-api'
import { isRecord } from '../../json-place'
import { membersAt, type Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { leaveOut, propertiesOf } from '../rest/resource-properties'
import { readAuthorizerId, readRouteKey, readTarget, reportTwice } from './http-routes'
import { partsOf, type V2ApiParts } from './v2-api-parts'

interface Surroundings {
  readonly integrations: { readonly [id: string]: WebSocketIntegration }
  readonly authorizers: { readonly [id: string]: WebSocketAuthorizer }
  /** What a `Ref` to each model gives, and its name. */
  readonly modelNames: ReadonlyMap<string, string>
}

/** The routes of a WebSocket API with their responses, by key. */
export function readWebSocketRoutes(
  context: TemplateContext,
  group: V2ApiParts,
  around: Surroundings,
): Map<string, WebSocketRoute> {
  const routes = new Map<string, WebSocketRoute>()
  const keyById = new Map<string, string>()
  for (const resource of partsOf(group, 'Route')) {
    const members = propertiesOf(context, resource)
    const routeKey = readRouteKey(members)
    const route = readRoute(members, around)
    if (routeKey === undefined) continue
    if (routes.has(routeKey)) {
      reportTwice(members, routeKey)
      continue
    }
    routes.set(routeKey, route)
    keyById.set(physicalIdOf(resource), routeKey)
    const type = route.target === undefined ? undefined : around.integrations[route.target]?.integrationType
    context.findings.carry(`${routeKey}, ${type ?? 'no integration'}`, resource.pointer)
  }
  readRouteResponses(context, group, routes, keyById)
  return routes
}

function readRoute(members: Members, around: Surroundings): WebSocketRoute {
  leaveOut(members, 'AuthorizationScopes', 'only HTTP APIs have it.')
  const route: WebSocketRoute = withoutAbsent({
    operationName: members.text('OperationName'),
    target: readTarget(members, around.integrations),
    authorizationType: members.oneOf('AuthorizationType', ['NONE', 'AWS_IAM', 'CUSTOM'] as const),
    authorizerId: readAuthorizerId(members, around.authorizers),
    apiKeyRequired: members.flag('ApiKeyRequired'),
    modelSelectionExpression: members.text('ModelSelectionExpression'),
    requestModels: readModelNames(members, around.modelNames),
    requestParameters: readParameters(members, 'RequestParameters'),
    routeResponseSelectionExpression: members.text('RouteResponseSelectionExpression'),
  })
  members.skip('ApiId')
  members.finish()
  return route
}

/** A `Ref` to a model gives its id; the service wants its name. */
function readModelNames(
  members: Members,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> | undefined {
  const written = members.textMap('RequestModels')
  const entries = Object.entries(written ?? {}).map(([key, model]): [string, string] => {
    const name = names.get(model)
    if (name !== undefined && name !== model) {
      const message = `${members.nameOf('RequestModels')} has the id of the model ${name}, where AWS wants its name. It is read as ${name}.`
      members.findings.report('import/value-assumed', 'warning', members.pointerOf('RequestModels'), message)
    }
    return [key, name ?? model]
  })
  return written && Object.fromEntries(entries)
}

/** { "route.request.querystring.token": { Required: true } }. */
function readParameters(
  members: Members,
  name: string,
): { readonly [parameter: string]: WebSocketParameter } | undefined {
  const written = members.members(name)
  if (!written) return undefined
  const entries = written.places().flatMap(([parameter, place]): [string, WebSocketParameter][] => {
    if (!isRecord(place.value)) return [[parameter, { required: place.value === true || place.value === 'true' }]]
    const constraints = membersAt(place, `the parameter ${parameter} of ${members.label}`, members.findings)
    const required = constraints?.flag('Required') ?? false
    constraints?.finish()
    return [[parameter, { required }]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function readRouteResponses(
  context: TemplateContext,
  group: V2ApiParts,
  routes: Map<string, WebSocketRoute>,
  keyById: ReadonlyMap<string, string>,
): void {
  for (const resource of partsOf(group, 'RouteResponse')) {
    const members = propertiesOf(context, resource)
    const routeKey = keyById.get(members.text('RouteId') ?? '')
    const key = members.text('RouteResponseKey')
    const response: WebSocketRouteResponse = withoutAbsent({
      modelSelectionExpression: members.text('ModelSelectionExpression'),
      responseModels: members.textMap('ResponseModels'),
      responseParameters: readParameters(members, 'ResponseParameters'),
    })
    members.skip('ApiId')
    members.finish()
    const route = routeKey === undefined ? undefined : routes.get(routeKey)
    if (routeKey === undefined || !route || key === undefined) {
      const why = key === undefined ? 'it has no "RouteResponseKey"' : 'its "RouteId" names no route of the API'
      context.findings.report(
        'import/property-missing',
        'error',
        resource.pointer,
        `${members.label} is left out: ${why}.`,
      )
      continue
    }
    routes.set(routeKey, { ...route, routeResponses: { ...route.routeResponses, [key]: response } })
  }
}

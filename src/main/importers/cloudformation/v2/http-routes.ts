import type { HttpAuthorizer, HttpIntegration, HttpRoute } from '@shared/design/http-api'
import type { Members } from '../../members'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { leaveOut, propertiesOf } from '../rest/resource-properties'
import { partsOf, type V2ApiParts } from './v2-api-parts'

/** What routes refer to, and the routes that the API has before them. */
interface Surroundings {
  readonly integrations: { readonly [id: string]: HttpIntegration }
  readonly authorizers: { readonly [id: string]: HttpAuthorizer }
  readonly taken: { readonly [routeKey: string]: unknown }
}

const WEBSOCKET_ONLY = [
  'ApiKeyRequired',
  'ModelSelectionExpression',
  'RequestModels',
  'RequestParameters',
  'RouteResponseSelectionExpression',
] as const

/** The routes of an HTTP API that are resources, by key. */
export function readHttpRoutes(
  context: TemplateContext,
  group: V2ApiParts,
  around: Surroundings,
): Map<string, HttpRoute> {
  const routes = new Map<string, HttpRoute>()
  for (const resource of partsOf(group, 'Route')) {
    const members = propertiesOf(context, resource)
    const routeKey = readRouteKey(members)
    const route = readRoute(members, around)
    if (routeKey === undefined) continue
    if (routes.has(routeKey) || Object.hasOwn(around.taken, routeKey)) reportTwice(members, routeKey)
    else {
      routes.set(routeKey, route)
      const type = route.target === undefined ? undefined : around.integrations[route.target]?.integrationType
      context.findings.carry(`${routeKey}, ${type ?? 'no integration'}`, resource.pointer)
    }
  }
  return routes
}

function readRoute(members: Members, { integrations, authorizers }: Surroundings): HttpRoute {
  for (const name of WEBSOCKET_ONLY) {
    // What a tool writes as "not used" is no loss.
    if (members.record[name] === false) members.skip(name)
    leaveOut(members, name, 'only WebSocket APIs have it.', 'warning')
  }
  const target = readTarget(members, integrations)
  const authorizerId = readAuthorizerId(members, authorizers)
  const route: HttpRoute = withoutAbsent({
    operationName: members.text('OperationName'),
    target,
    authorizationType: readAuthorizationType(members, authorizerId, authorizers),
    authorizerId,
    authorizationScopes: listOrAbsent(members.texts('AuthorizationScopes')),
  })
  members.skip('ApiId')
  members.finish()
  return route
}

function listOrAbsent(list: string[] | undefined): string[] | undefined {
  return list && list.length > 0 ? list : undefined
}

/** The key of a route; absent ones are reported. */
export function readRouteKey(members: Members): string | undefined {
  const routeKey = members.text('RouteKey')?.trim()
  if (routeKey !== undefined && routeKey !== '') return routeKey
  const message = `${members.label} is left out: it has no "RouteKey", which AWS demands.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

export function reportTwice(members: Members, routeKey: string): void {
  const message = `${members.label} is left out: the API has a route ${routeKey} already, and AWS refuses a second. Remove one of the two.`
  members.findings.report('import/resource-repeated', 'error', members.pointer, message)
}

/** "integrations/abc1234" -> "abc1234", when the API has it. */
export function readTarget(members: Members, integrations: { readonly [id: string]: unknown }): string | undefined {
  const written = members.text('Target')
  if (written === undefined) return undefined
  const id = written.replace(/^integrations\//, '')
  if (!Object.hasOwn(integrations, id)) {
    const message = `${members.nameOf('Target')} leads to ${written}, which is no integration of the API that was read; the route has none. Write "integrations/\${Integration}" with the logical id of one.`
    members.findings.report('import/outside-template', 'error', members.pointerOf('Target'), message)
    return undefined
  }
  if (id === written) {
    const message = `${members.nameOf('Target')} is the bare id of an integration, which AWS refuses. Write "integrations/" before it.`
    members.findings.report('import/value-assumed', 'error', members.pointerOf('Target'), message)
  }
  return id
}

/** The authorizer of the API that a route names. */
export function readAuthorizerId(
  members: Members,
  authorizers: { readonly [id: string]: unknown },
): string | undefined {
  const id = members.text('AuthorizerId')
  if (id === undefined || Object.hasOwn(authorizers, id)) return id
  const message = `${members.nameOf('AuthorizerId')} is ${id}, which is no authorizer of the API in this template; it is kept. Add the authorizer, or choose another in the design.`
  members.findings.report('import/outside-template', 'warning', members.pointerOf('AuthorizerId'), message)
  return id
}

function readAuthorizationType(
  members: Members,
  authorizerId: string | undefined,
  authorizers: { readonly [id: string]: HttpAuthorizer },
): HttpRoute['authorizationType'] {
  const type = members.oneOf('AuthorizationType', ['NONE', 'AWS_IAM', 'JWT', 'CUSTOM'] as const)
  const authorizer = authorizerId === undefined ? undefined : authorizers[authorizerId]
  if (type !== undefined || !authorizer) return type ?? 'NONE'
  const message = `${members.label} names an authorizer and no "AuthorizationType", so that AWS asks nobody. It is read as open; write AuthorizationType: ${authorizer.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM'}.`
  members.findings.report('import/value-assumed', 'warning', members.pointer, message)
  return 'NONE'
}

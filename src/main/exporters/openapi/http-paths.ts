import type { HttpApi, HttpRoute } from '@shared/design/http-api'
import { VERBS, type Verb } from '@shared/design/method'
import { integrationIdOf } from '@shared/design/v2-api'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { integrationMembers, sharedIntegrations } from './http-integration-extension'
import type { OpenApiContext } from './openapi-context'
import type { OperationIds } from './operation-ids'
import { parameter, variablesOf } from './parameters'
import type { SecurityNames } from './security-names'
import { securityRequirement, type AuthorizerFit } from './security-requirement'

const ANY_METHOD = 'x-amazon-apigateway-any-method'
/** Where the route stands that catches everything else. Source: http-api.md 14. */
const DEFAULT_PATH = '/$default'

interface RouteSurroundings {
  readonly names: SecurityNames
  readonly operationIds: OperationIds
}

interface ParsedRoute {
  readonly routeKey: string
  readonly path: string
  readonly verb: Verb
  readonly route: HttpRoute
}

/** The routes by path, in the order of the design. */
export function httpPaths(context: OpenApiContext<HttpApi>, around: RouteSurroundings): WritableObject {
  const routes = Object.entries(context.api.routes).flatMap(([routeKey, route]) => parsed(context, routeKey, route))
  const shared = new Set(sharedIntegrations(context.api))
  const paths = new Map<string, Record<string, WritableObject>>()
  for (const each of routes) {
    const item = paths.get(each.path) ?? {}
    paths.set(each.path, item)
    for (const [member, verb] of membersOf(context, each, routes)) {
      item[member] = operation(context, around, each, verb, shared)
    }
  }
  return Object.fromEntries(
    [...paths].map(([path, item]) => [context.hasExtensions ? path : path.replaceAll('+}', '}'), item]),
  )
}

/** "GET /orders"; "$default" is a path of its own, which no other program understands. */
function parsed(context: OpenApiContext<HttpApi>, routeKey: string, route: HttpRoute): ParsedRoute[] {
  if (routeKey === '$default') {
    if (context.hasExtensions) return [{ routeKey, path: DEFAULT_PATH, verb: 'ANY', route }]
    const message = `The route $default of ${context.api.name} is left out: a document without extensions has no route for everything else.`
    context.findings.report('export/not-carried', 'info', context.pointer + pointerTo(['routes', routeKey]), message)
    return []
  }
  const [word = '', path = ''] = routeKey.split(/ +/, 2)
  const verb = VERBS.find((known) => known === word)
  if (verb !== undefined && path.startsWith('/')) return [{ routeKey, path, verb, route }]
  const message = `The route "${routeKey}" of ${context.api.name} is left out: it is no verb and path. Correct it.`
  context.findings.report('export/refused', 'error', context.pointer + pointerTo(['routes', routeKey]), message)
  return []
}

/** The members of the path item that a route fills, each with the verb it stands for. */
function membersOf(
  { hasExtensions }: OpenApiContext,
  { verb, path }: ParsedRoute,
  routes: readonly ParsedRoute[],
): readonly (readonly [string, Verb])[] {
  if (verb !== 'ANY') return [[verb.toLowerCase(), verb]]
  if (hasExtensions) return [[ANY_METHOD, verb]]
  const taken = routes.filter((other) => other.path === path).map((other) => other.verb)
  return VERBS.filter((other) => other !== 'ANY' && !taken.includes(other)).map((other) => [other.toLowerCase(), other])
}

function operation(
  context: OpenApiContext<HttpApi>,
  around: RouteSurroundings,
  { routeKey, path, verb, route }: ParsedRoute,
  writtenVerb: Verb,
  shared: ReadonlySet<string>,
): WritableObject {
  const pointer = context.pointer + pointerTo(['routes', routeKey])
  const parameters = variablesOf(path).map((name) => parameter(context, name, 'path', true))
  const fitOf = (id: string): AuthorizerFit | undefined => httpFit(context.api, id)
  const label = routeKey === '$default' ? routeKey : `${writtenVerb} ${path}`
  return {
    operationId: around.operationIds.take(route.operationName, verb, writtenVerb, `${pointer}/operationName`),
    ...(parameters.length > 0 && { parameters }),
    responses: { default: { description: `Default response for ${label}` } },
    ...securityRequirement(context, route, around.names, fitOf, label, pointer),
    ...(context.hasExtensions && { ...integration(context, route, shared, label, pointer), ...defaultMark(routeKey) }),
  }
}

function defaultMark(routeKey: string): WritableObject {
  return routeKey === '$default' ? { isDefaultRoute: true } : {}
}

function integration(
  context: OpenApiContext<HttpApi>,
  route: HttpRoute,
  shared: ReadonlySet<string>,
  label: string,
  pointer: string,
): WritableObject {
  const id = integrationIdOf(route)
  if (id === undefined) return {}
  const { integrations } = context.api
  const target = Object.hasOwn(integrations, id) ? integrations[id] : undefined
  if (target) return integrationMembers(context, id, target, shared.has(id))
  const message = `${label} would answer nothing: its integration "${id}" does not exist. Choose another.`
  context.findings.report('export/not-carried', 'error', `${pointer}/target`, message)
  return {}
}

function httpFit({ authorizers }: HttpApi, id: string): AuthorizerFit | undefined {
  if (!Object.hasOwn(authorizers, id)) return undefined
  const isJwt = authorizers[id]?.authorizerType === 'JWT'
  return { authorizationType: isJwt ? 'JWT' : 'CUSTOM', hasScopes: isJwt }
}

import type { CallableApi } from '@shared/design/callable-api'
import type { Design } from '@shared/design/design'
import { sampleFromSchema } from '@shared/design/sample-from-schema'
import type { DraftRequest } from '../../stores/try-request'
import { withQuery, type Pair } from './query-text'
import { tokenForRoute } from './token-choices'
import { accessOf, DEFAULT_ROUTE, identityPlaces, type TryRoute } from './try-route'

const JSON_TYPE = 'application/json'
const PARAMETER = /^method\.request\.(header|querystring)\.(.+)$/

/** A request that a route is likely to serve: its path with values for parameters, what it requires, and a body that fits its model. */
export function requestOfRoute(design: Design, api: CallableApi, stage: string, route: TryRoute): DraftRequest {
  const body = sampleBody(api, route) ?? emptyBody(route)
  const iamUser = accessOf(route).authorizationType === 'AWS_IAM' ? (design.identity?.iamUsers[0]?.name ?? null) : null
  return {
    apiId: api.id,
    stage,
    method: methodOf(route, body),
    path: withQuery(samplePath(route.path), queryOf(api, route)),
    headers: [...(body === null ? [] : [['Content-Type', JSON_TYPE] as const]), ...headersOf(api, route)],
    body,
    apiKeyId: route.method?.apiKeyRequired ? keyOf(design, api.id, stage) : null,
    token: tokenForRoute(design, api, route),
    iamUser,
    caller: {},
  }
}

/** A request to nothing in particular. */
export function emptyRequest(apiId: string, stage: string): DraftRequest {
  return {
    apiId,
    stage,
    method: 'GET',
    path: '/',
    headers: [],
    body: null,
    apiKeyId: null,
    token: null,
    iamUser: null,
    caller: {},
  }
}

function methodOf({ verb }: TryRoute, body: string | null): string {
  return verb === 'ANY' ? (body === null ? 'GET' : 'POST') : verb
}

/** "/orders/{id}/{rest+}" -> "/orders/id-1/rest-1"; for `$default` a path that other routes seldom take. */
export function samplePath(path: string): string {
  if (path === DEFAULT_ROUTE) return '/anything'
  return path.replace(/\{([^{}+]+)\+?\}/g, (_, name: string) => `${encodeURIComponent(name)}-1`)
}

/** Of the model for JSON; null where the route takes none. */
export function sampleBody(api: CallableApi, { method, verb }: TryRoute): string | null {
  if (method === null || api.protocolType === 'HTTP') return null
  const { requestModels = {} } = method
  const name = requestModels[JSON_TYPE] ?? requestModels['$default']
  if (verb === 'GET' || verb === 'HEAD' || name === undefined || !Object.hasOwn(api.models, name)) return null
  const model = api.models[name]
  return model === undefined ? null : JSON.stringify(sampleFromSchema(model.schema, api.models), null, 2)
}

/** HTTP APIs have no models; what creates and changes mostly takes JSON all the same. */
function emptyBody({ method, verb }: TryRoute): string | null {
  return method === null && ['POST', 'PUT', 'PATCH'].includes(verb) ? '{}' : null
}

function required({ method }: TryRoute, place: 'header' | 'querystring'): Pair[] {
  return Object.entries(method?.requestParameters ?? {}).flatMap(([parameter, isRequired]): Pair[] => {
    const [, where, name] = PARAMETER.exec(parameter) ?? []
    return isRequired && where === place && name !== undefined ? [[name, `${name}-1`]] : []
  })
}

/** What the route requires, and what a Lambda authorizer reads: which values it takes only its code knows. */
function headersOf(api: CallableApi, route: TryRoute): Pair[] {
  const own = required(route, 'header')
  const taken = new Set(['content-type', ...own.map(([name]) => name.toLowerCase())])
  const identity = readByFunction(api, route, 'headers').filter((name) => !taken.has(name.toLowerCase()))
  return [
    ...own.filter(([name]) => name.toLowerCase() !== 'content-type'),
    ...identity.map((name): Pair => [name, 'user-1']),
  ]
}

function queryOf(api: CallableApi, route: TryRoute): Pair[] {
  const own = required(route, 'querystring')
  const identity = readByFunction(api, route, 'query').filter((name) => own.every(([taken]) => taken !== name))
  return [...own, ...identity.map((name): Pair => [name, 'user-1'])]
}

function readByFunction(api: CallableApi, route: TryRoute, place: 'headers' | 'query'): readonly string[] {
  return accessOf(route).authorizationType === 'CUSTOM' ? identityPlaces(api, route)[place] : []
}

/** The first enabled key of a usage plan that covers the stage. */
function keyOf(design: Design, apiId: string, stage: string): string | null {
  const plans = design.usagePlans.filter(({ apiStages }) =>
    apiStages.some((covered) => covered.apiId === apiId && covered.stage === stage),
  )
  const ids = plans.flatMap(({ keyIds }) => keyIds)
  return ids.find((id) => design.apiKeys.some((key) => key.id === id && key.enabled)) ?? null
}

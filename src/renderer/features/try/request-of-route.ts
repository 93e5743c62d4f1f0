import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import { sampleFromSchema } from '@shared/design/sample-from-schema'
import type { DraftRequest } from '../../stores/try-request'
import { withQuery, type Pair } from './query-text'
import { tokenForRoute } from './token-choices'

const JSON_TYPE = 'application/json'
const PARAMETER = /^method\.request\.(header|querystring)\.(.+)$/

/** A request that a route is likely to serve: its path with values for parameters, what it requires, and a body that fits its model. */
export function requestOfRoute(design: Design, api: RestApi, stage: string, route: RestRoute): DraftRequest {
  const body = sampleBody(api, route)
  const iamUser = route.method.authorizationType === 'AWS_IAM' ? (design.identity?.iamUsers[0]?.name ?? null) : null
  return {
    apiId: api.id,
    stage,
    method: methodOf(route, body),
    path: withQuery(samplePath(route.path), required(route, 'querystring')),
    headers: [...(body === null ? [] : [['Content-Type', JSON_TYPE] as const]), ...headersOf(api, route)],
    body,
    apiKeyId: route.method.apiKeyRequired ? keyOf(design, api.id, stage) : null,
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

function methodOf({ verb }: RestRoute, body: string | null): string {
  return verb === 'ANY' ? (body === null ? 'GET' : 'POST') : verb
}

/** "/orders/{id}/{rest+}" -> "/orders/id-1/rest-1". */
export function samplePath(path: string): string {
  return path.replace(/\{([^{}+]+)\+?\}/g, (_, name: string) => `${encodeURIComponent(name)}-1`)
}

/** Of the model for JSON; null where the route takes none. */
export function sampleBody(api: RestApi, { method, verb }: RestRoute): string | null {
  const { requestModels = {} } = method
  const name = requestModels[JSON_TYPE] ?? requestModels['$default']
  if (verb === 'GET' || verb === 'HEAD' || name === undefined || !Object.hasOwn(api.models, name)) return null
  const model = api.models[name]
  return model === undefined ? null : JSON.stringify(sampleFromSchema(model.schema, api.models), null, 2)
}

function required({ method }: RestRoute, place: 'header' | 'querystring'): Pair[] {
  return Object.entries(method.requestParameters ?? {}).flatMap(([parameter, isRequired]): Pair[] => {
    const [, where, name] = PARAMETER.exec(parameter) ?? []
    return isRequired && where === place && name !== undefined ? [[name, `${name}-1`]] : []
  })
}

/** What the route requires, and what a Lambda authorizer reads: which values it takes only its code knows. */
function headersOf(api: RestApi, route: RestRoute): Pair[] {
  const { authorizationType, authorizerId } = route.method
  const authorizer =
    authorizationType === 'CUSTOM' && authorizerId !== undefined && Object.hasOwn(api.authorizers, authorizerId)
      ? api.authorizers[authorizerId]
      : undefined
  const read = [...(authorizer?.identitySource ?? '').matchAll(/method\.request\.header\.([^,\s]+)/g)]
  const own = required(route, 'header')
  const taken = new Set(['content-type', ...own.map(([name]) => name.toLowerCase())])
  const identity = read.map(([, name = '']) => name).filter((name) => !taken.has(name.toLowerCase()))
  return [
    ...own.filter(([name]) => name.toLowerCase() !== 'content-type'),
    ...identity.map((name): Pair => [name, 'user-1']),
  ]
}

/** The first enabled key of a usage plan that covers the stage. */
function keyOf(design: Design, apiId: string, stage: string): string | null {
  const plans = design.usagePlans.filter(({ apiStages }) =>
    apiStages.some((covered) => covered.apiId === apiId && covered.stage === stage),
  )
  const ids = plans.flatMap(({ keyIds }) => keyIds)
  return ids.find((id) => design.apiKeys.some((key) => key.id === id && key.enabled)) ?? null
}

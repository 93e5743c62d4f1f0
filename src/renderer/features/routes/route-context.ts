import type { Design } from '@shared/design/design'
import type { Method, Verb } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { routeKeyOf, splitRouteKey } from '@shared/design/route-key'
import { VERBS } from '@shared/design/method'
import type { Stage } from '@shared/design/stage'

/** One route of a REST API, as a stage serves it: what a ladder and an inspector are about. */
export interface RouteContext {
  readonly design: Design
  readonly api: RestApi
  /** Place of `api` in the design, for JSON pointers. */
  readonly apiIndex: number
  readonly stageName: string
  readonly stage: Stage
  readonly routeKey: string
  readonly path: string
  readonly verb: Verb
  readonly method: Method
}

const NO_STAGE: Stage = { methodSettings: {} }

/** null when there is no such REST API or route. Without a stage the settings are those of a stage without any. */
export function routeContext(
  design: Design,
  apiId: string,
  stageName: string | null,
  routeKey: string,
): RouteContext | null {
  const apiIndex = design.apis.findIndex((api) => api.id === apiId)
  const api = design.apis[apiIndex]
  if (api === undefined || api.protocolType !== 'REST') return null
  const parts = splitRouteKey(routeKey)
  const verb = VERBS.find((each) => each === parts.verb)
  const resource = Object.hasOwn(api.resources, parts.path) ? api.resources[parts.path] : undefined
  const method = verb && resource?.methods[verb]
  if (verb === undefined || method === undefined) return null
  const name = stageName !== null && Object.hasOwn(api.stages, stageName) ? stageName : ''
  return {
    design,
    api,
    apiIndex,
    stageName: name,
    stage: api.stages[name] ?? NO_STAGE,
    routeKey: routeKeyOf(verb, parts.path),
    path: parts.path,
    verb,
    method,
  }
}

/** The names in braces of a path: "/orders/{id}/{proxy+}" -> ["id", "proxy"]. */
export function pathParametersOf(path: string): string[] {
  return [...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? '')
}

import type { Design } from './design'
import type { Api } from './api'
import type { RestApi } from './rest-api'
import { VERBS, type Method, type Verb } from './method'

/** One method of a REST API, with where it is. */
export interface RestRoute {
  /** "POST /orders". */
  readonly routeKey: string
  readonly path: string
  readonly verb: Verb
  readonly method: Method
}

/** "POST", "/orders" -> "POST /orders". */
export function routeKeyOf(verb: string, path: string): string {
  return `${verb} ${path}`
}

/** "POST /orders" -> { verb: "POST", path: "/orders" }. */
export function splitRouteKey(routeKey: string): { verb: string; path: string } {
  const space = routeKey.indexOf(' ')
  return { verb: routeKey.slice(0, space), path: routeKey.slice(space + 1) }
}

/** Every method, in the order of the resources, then of `VERBS`. */
export function restRoutes(definition: Pick<RestApi, 'resources'>): RestRoute[] {
  return Object.entries(definition.resources).flatMap(([path, resource]) =>
    VERBS.flatMap((verb) => {
      const method = resource.methods[verb]
      return method ? [{ routeKey: routeKeyOf(verb, path), path, verb, method }] : []
    }),
  )
}

/** Every routeKey of an API of any type. */
export function routeKeysOf(api: Api): string[] {
  return api.protocolType === 'REST' ? restRoutes(api).map((route) => route.routeKey) : Object.keys(api.routes)
}

export function findApi(design: Design, apiId: string): Api | undefined {
  return design.apis.find((api) => api.id === apiId)
}

export function findRestApi(design: Design, apiId: string): RestApi | undefined {
  const api = findApi(design, apiId)
  return api?.protocolType === 'REST' ? api : undefined
}

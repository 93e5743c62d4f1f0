import type { HttpApi } from '@shared/design/http-api'
import { integrationIdOf } from '@shared/design/v2-api'

/** What an HTTP API changes on the way to the integration and back, by name: "append:header.x-user", "overwrite:statuscode". */
export interface ParameterMappings {
  readonly request: readonly string[]
  readonly response: readonly string[]
}

const NONE: ParameterMappings = { request: [], response: [] }
const STATUS = 'overwrite:statuscode'

/** Of one call: the route's request parameters, and the response parameters of the status that it was answered with. */
export function parameterMappings(api: HttpApi, routeKey: string, status: number): ParameterMappings {
  const route = Object.hasOwn(api.routes, routeKey) ? api.routes[routeKey] : undefined
  const id = route === undefined ? undefined : integrationIdOf(route)
  const integration = id !== undefined && Object.hasOwn(api.integrations, id) ? api.integrations[id] : undefined
  if (integration === undefined) return NONE
  const responses = Object.entries(integration.responseParameters ?? {})
  const wanted = String(status)
  // A mapping may have made this status of another.
  const [, changes] =
    responses.find(([, parameters]) => parameters[STATUS] === wanted) ?? responses.find(([key]) => key === wanted) ?? []
  return { request: Object.keys(integration.requestParameters ?? {}), response: Object.keys(changes ?? {}) }
}

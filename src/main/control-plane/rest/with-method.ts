import { setMember } from '@shared/design/edits/update-in'
import type { Method, Verb } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { withApi, type ControlPlane } from '../control-plane'
import type { FoundMethod } from './find-rest'

/** A method put at its place. */
export function withMethod(
  state: ControlPlane,
  { api, path, verb }: Omit<FoundMethod, 'method'>,
  method: Method,
): ControlPlane {
  return withApi(state, putMethod(api, path, verb, method))
}

function putMethod(api: RestApi, path: string, verb: Verb, method: Method): RestApi {
  const before = Object.hasOwn(api.resources, path) ? api.resources[path] : undefined
  const methods = setMember(before?.methods ?? {}, verb, method)
  return { ...api, resources: setMember(api.resources, path, { methods }) }
}

/** A method taken away; its resource stays, as the service has it. */
export function dropMethod(state: ControlPlane, { api, path, verb }: Omit<FoundMethod, 'method'>): ControlPlane {
  const { [verb]: _gone, ...methods } = api.resources[path]?.methods ?? {}
  return withApi(state, { ...api, resources: setMember(api.resources, path, { methods }) })
}

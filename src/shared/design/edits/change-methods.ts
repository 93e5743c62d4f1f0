import type { Method, Verb } from '../method'
import type { Resource, RestApi } from '../rest-api'
import { mapMembers, memberOf, removeMember, setMember } from './update-in'

/** The method of a route, own members only. */
export function methodAt(api: RestApi, path: string, verb: string): Method | undefined {
  const resource = memberOf(api.resources, path)
  return resource && memberOf<Method | undefined>(resource.methods, verb)
}

/** A method put at a route; its resource is made when there is none. */
export function setMethod(api: RestApi, path: string, verb: Verb, method: Method): RestApi {
  const resource = memberOf(api.resources, path) ?? { methods: {} }
  const changed = setMember(resource, 'methods', setMember(resource.methods, verb, method))
  return setMember(api, 'resources', setMember(api.resources, path, changed))
}

/** A method taken away, and its resource when that was its last one. */
export function deleteMethod(api: RestApi, path: string, verb: Verb): RestApi {
  const resource = memberOf(api.resources, path)
  if (!resource) return api
  const methods = removeMember(resource.methods, verb)
  if (methods === resource.methods) return api
  const resources =
    Object.keys(methods).length === 0
      ? removeMember(api.resources, path)
      : setMember(api.resources, path, setMember(resource, 'methods', methods))
  return setMember(api, 'resources', resources)
}

/** Every method of an API passed through `change`. */
export function mapMethods(api: RestApi, change: (method: Method) => Method): RestApi {
  const resources = mapMembers(api.resources, (resource: Resource) =>
    setMember(
      resource,
      'methods',
      mapMembers<Method | undefined, Resource['methods']>(resource.methods, (method) => method && change(method)),
    ),
  )
  return setMember(api, 'resources', resources)
}

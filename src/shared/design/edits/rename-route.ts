import type { Design } from '../design'
import { isVerb, type Method } from '../method'
import type { RestApi } from '../rest-api'
import { findRestApi, splitRouteKey } from '../route-key'
import { deleteMethod, methodAt, setMethod } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { moveRouteReferences } from './move-route-references'
import { memberOf, renameMember, setMember } from './update-in'

/**
 * A method moves from one routeKey to another that is free, as in "POST /orders" -> "PUT /orders/{id}". Method settings, plan
 * throttles, scenarios and slots of saved templates follow. Names of path parameters inside the method do not.
 */
export function renameRoute(design: Design, apiId: string, fromKey: string, toKey: string): Design {
  const from = splitRouteKey(fromKey)
  const to = splitRouteKey(toKey)
  const api = findRestApi(design, apiId)
  const method = api && methodAt(api, from.path, from.verb)
  const isFree = api && isVerb(to.verb) && to.path.startsWith('/') && !methodAt(api, to.path, to.verb)
  if (!method || !isFree) return design
  const changed = changeRestApi(design, apiId, (before) => moveMethod(before, method, from, to))
  return changed === design ? design : moveRouteReferences(changed, apiId, fromKey, toKey)
}

interface RoutePlace {
  readonly path: string
  readonly verb: string
}

function moveMethod(api: RestApi, method: Method, from: RoutePlace, to: RoutePlace): RestApi {
  if (!isVerb(from.verb) || !isVerb(to.verb)) return api
  const isAlone = Object.keys(memberOf(api.resources, from.path)?.methods ?? {}).length === 1
  const isNewPath = memberOf(api.resources, to.path) === undefined
  if (from.path !== to.path && isAlone && isNewPath) {
    const moved = setMember(api, 'resources', renameMember(api.resources, from.path, to.path))
    return from.verb === to.verb ? moved : deleteMethod(setMethod(moved, to.path, to.verb, method), to.path, from.verb)
  }
  return deleteMethod(setMethod(api, to.path, to.verb, method), from.path, from.verb)
}

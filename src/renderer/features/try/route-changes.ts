import { pointerTo } from '@shared/diagnostic'
import type { RestRoute } from '@shared/design/route-key'
import type { DesignChange } from '@shared/design/undeployed-changes'

/** What callers of a route do not see yet: changes of the route, and of its authorizer, validator and models. */
export function changesOfRoute(changes: readonly DesignChange[], route: RestRoute): DesignChange[] {
  const { authorizerId, requestValidatorId, requestModels = {} } = route.method
  const places = [
    pointerTo(['resources', route.path, 'methods', route.verb]),
    ...(authorizerId === undefined ? [] : [pointerTo(['authorizers', authorizerId])]),
    ...(requestValidatorId === undefined ? [] : [pointerTo(['requestValidators', requestValidatorId])]),
    ...Object.values(requestModels).map((name) => pointerTo(['models', name])),
    '/policy',
    '/apiKeySource',
    '/binaryMediaTypes',
  ]
  return changes.filter(({ pointer }) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)))
}

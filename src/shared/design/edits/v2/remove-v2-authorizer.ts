import type { Design } from '../../design'
import type { HttpRoute } from '../../http-api'
import type { V2Authorizer, V2Route } from '../../v2-api'
import { mapMembers, memberOf, patchMembers, removeMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** An authorizer goes; routes that used it are open (authorizationType NONE) until they get another. */
export function removeV2Authorizer(design: Design, apiId: string, authorizerId: string): Design {
  return changeV2Api(design, apiId, (api) => {
    if (!memberOf<V2Authorizer>(api.authorizers, authorizerId)) return api
    const without = setMember(api, 'authorizers', removeMember(api.authorizers, authorizerId))
    const routes = mapMembers<V2Route, Readonly<Record<string, V2Route>>>(api.routes, (route) =>
      route.authorizerId === authorizerId ? opened(route) : route,
    )
    return setMember(without, 'routes', routes as typeof api.routes)
  })
}

function opened(route: V2Route): V2Route {
  const authorizationType = route.authorizationType === 'AWS_IAM' ? 'AWS_IAM' : 'NONE'
  const patch: Partial<HttpRoute> = { authorizationType, authorizerId: undefined, authorizationScopes: undefined }
  return patchMembers<HttpRoute>(route as HttpRoute, patch)
}

import type { Design } from '../../design'
import type { V2Authorizer, V2Route } from '../../v2-api'
import { mapMembers, memberOf, renameMember, setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** An authorizer under a new id that is free; routes follow. */
export function renameV2Authorizer(design: Design, apiId: string, fromId: string, toId: string): Design {
  return changeV2Api(design, apiId, (api) => {
    if (memberOf<V2Authorizer>(api.authorizers, toId)) return api
    const authorizers = renameMember<V2Authorizer, typeof api.authorizers>(api.authorizers, fromId, toId)
    if (authorizers === api.authorizers) return api
    const routes = mapMembers<V2Route, Readonly<Record<string, V2Route>>>(api.routes, (route) =>
      route.authorizerId === fromId ? setMember(route, 'authorizerId', toId) : route,
    )
    return setMember(setMember(api, 'authorizers', authorizers), 'routes', routes as typeof api.routes)
  })
}

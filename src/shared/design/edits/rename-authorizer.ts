import type { Design } from '../design'
import { mapMethods } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { memberOf, renameMember, setMember } from './update-in'

/** An authorizer under a new id that is free; methods follow. */
export function renameAuthorizer(design: Design, apiId: string, fromId: string, toId: string): Design {
  return changeRestApi(design, apiId, (api) => {
    if (memberOf(api.authorizers, toId)) return api
    const authorizers = renameMember(api.authorizers, fromId, toId)
    if (authorizers === api.authorizers) return api
    return mapMethods(setMember(api, 'authorizers', authorizers), (method) =>
      method.authorizerId === fromId ? setMember(method, 'authorizerId', toId) : method,
    )
  })
}

import type { Design } from '../design'
import { mapMethods } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { memberOf, patchMembers, removeMember, setMember } from './update-in'

/** An authorizer goes; methods that used it are open (authorizationType NONE) until they get another. */
export function removeAuthorizer(design: Design, apiId: string, authorizerId: string): Design {
  return changeRestApi(design, apiId, (api) => {
    if (!memberOf(api.authorizers, authorizerId)) return api
    const without = setMember(api, 'authorizers', removeMember(api.authorizers, authorizerId))
    return mapMethods(without, (method) => {
      if (method.authorizerId !== authorizerId) return method
      const authorizationType = method.authorizationType === 'AWS_IAM' ? 'AWS_IAM' : 'NONE'
      return patchMembers(method, { authorizationType, authorizerId: undefined, authorizationScopes: undefined })
    })
  })
}

import type { Authorizer } from '../authorizer'
import type { Design } from '../design'
import { changeRestApi } from './change-rest-api'
import { setMember } from './update-in'

/** An authorizer added or replaced. */
export function putAuthorizer(design: Design, apiId: string, authorizerId: string, authorizer: Authorizer): Design {
  return changeRestApi(design, apiId, (api) =>
    setMember(api, 'authorizers', setMember(api.authorizers, authorizerId, authorizer)),
  )
}

import type { Design } from '../../design'
import type { V2Authorizer } from '../../v2-api'
import { setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** An authorizer added, or replaced at its place. Its kind is one that the type of API has: the caller answers for that. */
export function putV2Authorizer(design: Design, apiId: string, authorizerId: string, authorizer: V2Authorizer): Design {
  return changeV2Api(design, apiId, (api) => {
    const authorizers: Readonly<Record<string, V2Authorizer>> = setMember<Record<string, V2Authorizer>, string>(
      api.authorizers,
      authorizerId,
      authorizer,
    )
    return setMember(api, 'authorizers', authorizers as typeof api.authorizers)
  })
}

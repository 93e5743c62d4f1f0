import type { Design } from '../design'
import type { Method, Verb } from '../method'
import { methodAt, setMethod } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { patchMembers } from './update-in'

/** Members of a method set; `undefined` removes an optional one. */
export function updateMethod(design: Design, apiId: string, path: string, verb: Verb, patch: Partial<Method>): Design {
  return changeRestApi(design, apiId, (api) => {
    const method = methodAt(api, path, verb)
    return method ? setMethod(api, path, verb, patchMembers(method, patch)) : api
  })
}

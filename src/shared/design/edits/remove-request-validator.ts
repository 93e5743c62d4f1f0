import type { Design } from '../design'
import { mapMethods } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { memberOf, removeMember, setMember } from './update-in'

/** A request validator goes; methods that used it validate nothing until they get another. */
export function removeRequestValidator(design: Design, apiId: string, requestValidatorId: string): Design {
  return changeRestApi(design, apiId, (api) => {
    if (!memberOf(api.requestValidators, requestValidatorId)) return api
    const validators = removeMember(api.requestValidators, requestValidatorId)
    return mapMethods(setMember(api, 'requestValidators', validators), (method) =>
      method.requestValidatorId === requestValidatorId ? removeMember(method, 'requestValidatorId') : method,
    )
  })
}

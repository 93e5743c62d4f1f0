import type { Design } from '../design'
import type { RequestValidator } from '../request-validator'
import { changeRestApi } from './change-rest-api'
import { setMember } from './update-in'

/** A request validator added or replaced. */
export function putRequestValidator(
  design: Design,
  apiId: string,
  requestValidatorId: string,
  validator: RequestValidator,
): Design {
  return changeRestApi(design, apiId, (api) =>
    setMember(api, 'requestValidators', setMember(api.requestValidators, requestValidatorId, validator)),
  )
}

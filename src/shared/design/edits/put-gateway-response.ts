import type { Design } from '../design'
import type { GatewayResponse, GatewayResponseType } from '../gateway-response'
import { changeRestApi } from './change-rest-api'
import { setMember } from './update-in'

/** A gateway response customised, or its customisation replaced. */
export function putGatewayResponse(
  design: Design,
  apiId: string,
  type: GatewayResponseType,
  response: GatewayResponse,
): Design {
  return changeRestApi(design, apiId, (api) =>
    setMember(api, 'gatewayResponses', setMember(api.gatewayResponses, type, response)),
  )
}

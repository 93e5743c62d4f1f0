import type { Design } from '../design'
import type { GatewayResponseType } from '../gateway-response'
import { changeRestApi } from './change-rest-api'
import { removeMember, setMember } from './update-in'

/** A gateway response is the service's own again. */
export function removeGatewayResponse(design: Design, apiId: string, type: GatewayResponseType): Design {
  return changeRestApi(design, apiId, (api) =>
    setMember(api, 'gatewayResponses', removeMember(api.gatewayResponses, type)),
  )
}

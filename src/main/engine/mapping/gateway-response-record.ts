import type { GatewayResponse, GatewayResponseType } from '@shared/design/gateway-response'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { GATEWAY_RESPONSE_INFO, STOCK_TEMPLATE } from './gateway-response-types'

/** A gateway response as the service reads it back. Source: service model, GatewayResponse. */
export interface GatewayResponseRecord {
  readonly responseType: GatewayResponseType
  /** Absent for DEFAULT_4XX and DEFAULT_5XX unless they were given one. */
  readonly statusCode?: string
  readonly responseParameters: Readonly<Record<string, string>>
  readonly responseTemplates: Readonly<Record<string, string>>
  /** False once the type itself was customised. */
  readonly defaultResponse: boolean
}

/**
 * What holds for a type. One that was customised has the service's defaults for what it left out; one that was not has what DEFAULT_4XX
 * or DEFAULT_5XX say.
 * Source: rest-api.md 4.2, recorded.
 */
export function gatewayResponseRecord(
  definition: Pick<RestApiDefinition, 'gatewayResponses'>,
  type: GatewayResponseType,
): GatewayResponseRecord {
  const info = GATEWAY_RESPONSE_INFO[type]
  const own = definition.gatewayResponses[type]
  const fallback = info.fallsTo === undefined ? undefined : definition.gatewayResponses[info.fallsTo]
  const { statusCode = info.statusCode, responseParameters, responseTemplates } = own ?? fallback ?? NOTHING_SET
  return {
    responseType: type,
    ...(statusCode === undefined ? {} : { statusCode }),
    responseParameters: responseParameters ?? {},
    responseTemplates: responseTemplates ?? { 'application/json': STOCK_TEMPLATE },
    defaultResponse: own === undefined,
  }
}

const NOTHING_SET: GatewayResponse = {}

import { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from '@shared/design/gateway-response'
import type { RestApi } from '@shared/design/rest-api'

/** Statuses of the service's own responses; "" where a type only stands for others. Source: rest-api.md 4.1. */
export const DEFAULT_STATUS: { readonly [type in GatewayResponseType]: string } = {
  DEFAULT_4XX: '',
  DEFAULT_5XX: '',
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
}

/** The template of every type that has none of its own. Source: rest-api.md 4.1. */
export const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}'

/** A gateway response as it is in effect. */
export interface EffectiveResponse {
  readonly type: GatewayResponseType
  /** Whose settings count: its own, those of a default type, or the service's. */
  readonly source: 'own' | 'DEFAULT_4XX' | 'DEFAULT_5XX' | 'service'
  readonly status: string
}

export function effectiveResponses(api: Pick<RestApi, 'gatewayResponses'>): EffectiveResponse[] {
  return GATEWAY_RESPONSE_TYPES.map((type) => effectiveResponse(api, type))
}

/** A type with a record of its own ignores the default types, even for members that it leaves out. */
function effectiveResponse(
  { gatewayResponses }: Pick<RestApi, 'gatewayResponses'>,
  type: GatewayResponseType,
): EffectiveResponse {
  const own: GatewayResponse | undefined = gatewayResponses[type]
  if (own !== undefined) return { type, source: 'own', status: own.statusCode ?? DEFAULT_STATUS[type] }
  const fallback = DEFAULT_STATUS[type].startsWith('5') ? 'DEFAULT_5XX' : 'DEFAULT_4XX'
  const shared = type === fallback || DEFAULT_STATUS[type] === '' ? undefined : gatewayResponses[fallback]
  return shared === undefined
    ? { type, source: 'service', status: DEFAULT_STATUS[type] }
    : { type, source: fallback, status: shared.statusCode ?? DEFAULT_STATUS[type] }
}

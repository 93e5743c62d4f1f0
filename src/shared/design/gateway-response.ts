/** Every reason for which the gateway itself answers. Source: service model, GatewayResponseType. */
export const GATEWAY_RESPONSE_TYPES = [
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const
export type GatewayResponseType = (typeof GATEWAY_RESPONSE_TYPES)[number]

/** A customisation; members left out have the service's default, not that of DEFAULT_4XX or 5XX. Source: service model, GatewayResponse. */
export interface GatewayResponse {
  readonly statusCode?: string
  /** "gatewayresponse.header.X" -> "'literal'" or "method.request.header.Y". */
  readonly responseParameters?: Readonly<Record<string, string>>
  /** Content type -> text in which only `$context`, `$stageVariables` and `$method.request` references are replaced. */
  readonly responseTemplates?: Readonly<Record<string, string>>
}

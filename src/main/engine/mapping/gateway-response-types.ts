import type { GatewayResponseType } from '@shared/design/gateway-response'

/** What the service answers for a type that nobody customised. */
export interface GatewayResponseInfo {
  /** Absent for DEFAULT_4XX and DEFAULT_5XX, which stand for whatever status there is. */
  readonly statusCode?: string
  readonly fallsTo?: 'DEFAULT_4XX' | 'DEFAULT_5XX'
  /** `$context.error.message` unless the occasion brings its own; null prints `null`. */
  readonly message: string | null
  /** Value of `x-amzn-ErrorType`. */
  readonly errorType: string
}

/** The template of every type: the service's own, kept to the character because records read back with it. */
export const STOCK_TEMPLATE = '{"message":$context.error.messageString}'

function clientError(statusCode: string, message: string, errorType: string): GatewayResponseInfo {
  return { statusCode, fallsTo: 'DEFAULT_4XX', message, errorType }
}

function serverError(statusCode: string, message: string | null, errorType: string): GatewayResponseInfo {
  return { statusCode, fallsTo: 'DEFAULT_5XX', message, errorType }
}

const INTERNAL = 'InternalServerErrorException'

/** Source: API Gateway Developer Guide, "Gateway response types"; messages and error types: rest-api.md 4.1. */
export const GATEWAY_RESPONSE_INFO: Readonly<Record<GatewayResponseType, GatewayResponseInfo>> = {
  DEFAULT_4XX: { message: 'Forbidden', errorType: 'ForbiddenException' },
  DEFAULT_5XX: { message: 'Internal server error', errorType: INTERNAL },
  ACCESS_DENIED: clientError('403', 'User is not authorized to access this resource', 'AccessDeniedException'),
  API_CONFIGURATION_ERROR: serverError('500', 'Internal server error', INTERNAL),
  AUTHORIZER_CONFIGURATION_ERROR: serverError('500', null, 'AuthorizerConfigurationException'),
  AUTHORIZER_FAILURE: serverError('500', null, 'AuthorizerFailureException'),
  BAD_REQUEST_BODY: clientError('400', 'Invalid request body', 'BadRequestException'),
  BAD_REQUEST_PARAMETERS: clientError('400', 'Missing required request parameters', 'BadRequestException'),
  EXPIRED_TOKEN: clientError('403', 'The security token included in the request is expired', 'ExpiredTokenException'),
  INTEGRATION_FAILURE: serverError('504', 'Network error communicating with endpoint', INTERNAL),
  INTEGRATION_TIMEOUT: serverError('504', 'Endpoint request timed out', INTERNAL),
  INVALID_API_KEY: clientError('403', 'Forbidden', 'ForbiddenException'),
  INVALID_SIGNATURE: clientError(
    '403',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and ' +
      'signing method. Consult the service documentation for details.',
    'InvalidSignatureException',
  ),
  MISSING_AUTHENTICATION_TOKEN: clientError(
    '403',
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ),
  QUOTA_EXCEEDED: clientError('429', 'Limit Exceeded', 'LimitExceededException'),
  REQUEST_TOO_LARGE: clientError('413', 'Request Too Long', 'RequestTooLargeException'),
  RESOURCE_NOT_FOUND: clientError('404', 'Not Found', 'ResourceNotFoundException'),
  THROTTLED: clientError('429', 'Too Many Requests', 'TooManyRequestsException'),
  UNAUTHORIZED: clientError('401', 'Unauthorized', 'UnauthorizedException'),
  UNSUPPORTED_MEDIA_TYPE: clientError('415', 'Unsupported Media Type', 'BadRequestException'),
  WAF_FILTERED: clientError('403', 'Forbidden', 'ForbiddenException'),
}

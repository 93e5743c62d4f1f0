import { missingParametersMessage } from '../../engine/validation/request-validator'
import { refusedHandshake, type HandshakeAnswer } from '../../engine/websocket-api/handshake-answer'
import {
  FORBIDDEN_MESSAGE,
  INTERNAL_ERROR_MESSAGE,
  QUOTA_MESSAGE,
  THROTTLED_MESSAGE,
} from '../../engine/websocket-api/error-frame'
import {
  ACCESS_DENIED,
  ACCESS_DENIED_EXPLICIT,
  AUTHORIZER_CONFIGURATION_ERROR,
  INVALID_API_KEY,
  QUOTA_EXCEEDED,
  THROTTLED_ACCOUNT,
  THROTTLED_PLAN_METHOD,
  UNAUTHORIZED,
  type Outcome,
} from '../../engine/outcome'

/** What a handshake is answered with that the gateway itself stopped. Source: websocket-api.md 2.1, 3. */
export function refusalOfOutcome(outcome: Outcome): HandshakeAnswer {
  if (isThrottled(outcome)) return refusedHandshake(429, THROTTLED_MESSAGE, 'TooManyRequestsException')
  switch (outcome) {
    case QUOTA_EXCEEDED:
      return refusedHandshake(429, QUOTA_MESSAGE, 'LimitExceededException')
    case UNAUTHORIZED:
      return refusedHandshake(401, 'Unauthorized', 'UnauthorizedException')
    case ACCESS_DENIED:
    case ACCESS_DENIED_EXPLICIT:
      return refusedHandshake(403, FORBIDDEN_MESSAGE, 'AccessDeniedException')
    case INVALID_API_KEY:
      return refusedHandshake(403, FORBIDDEN_MESSAGE, 'ForbiddenException')
    case AUTHORIZER_CONFIGURATION_ERROR:
      return refusedHandshake(500, INTERNAL_ERROR_MESSAGE, 'AuthorizerConfigurationException')
    default:
      return refusedHandshake(502, INTERNAL_ERROR_MESSAGE, 'InternalServerErrorException')
  }
}

/** Source: websocket-api.md 5.3, inferred. */
export function missingParametersRefusal(names: readonly string[]): HandshakeAnswer {
  return refusedHandshake(400, missingParametersMessage(names), 'BadRequestException')
}

/** What the client of a message is told that the gateway itself stopped. Source: websocket-api.md 6.1, 8.1. */
export function messageOfOutcome(outcome: Outcome): string {
  if (isThrottled(outcome)) return THROTTLED_MESSAGE
  if (outcome === QUOTA_EXCEEDED) return QUOTA_MESSAGE
  return outcome === INVALID_API_KEY ? FORBIDDEN_MESSAGE : INTERNAL_ERROR_MESSAGE
}

function isThrottled(outcome: Outcome): boolean {
  return outcome >= THROTTLED_PLAN_METHOD && outcome <= THROTTLED_ACCOUNT
}

import { ABSENT, type Flight } from '../../engine/flight'
import type { HttpAnswer, HttpErrorStatus } from '../../engine/http-api/http-answer'
import {
  ACCESS_DENIED,
  ACCESS_DENIED_EXPLICIT,
  AUTHORIZER_CONFIGURATION_ERROR,
  INTEGRATED,
  INTEGRATION_CLIENT_ERROR,
  INTEGRATION_FAILURE,
  INTEGRATION_SERVER_ERROR,
  INTEGRATION_TIMEOUT,
  THROTTLED_ACCOUNT,
  THROTTLED_PLAN_METHOD,
  UNAUTHORIZED,
} from '../../engine/outcome'
import type { IntegrationAnswer } from '../serve-flight'
import type { HttpBackendResult, HttpCall } from './http-call'
import { httpError } from './http-reply'

/** What the client of a decided request gets. Source: http-api.md 8.7. */
export function answerHttpFlight({ outcome }: Flight, call: HttpCall): HttpAnswer {
  if (outcome >= THROTTLED_PLAN_METHOD && outcome <= THROTTLED_ACCOUNT) return httpError(429)
  switch (outcome) {
    case UNAUTHORIZED:
      return httpError(401, call.refusal?.wwwAuthenticate)
    case ACCESS_DENIED:
    case ACCESS_DENIED_EXPLICIT:
      return httpError(403, call.refusal?.wwwAuthenticate)
    case AUTHORIZER_CONFIGURATION_ERROR:
      return httpError(500)
    case INTEGRATION_TIMEOUT:
      return httpError(timeoutStatus(call))
    default: {
      const { backendResult } = call
      if (backendResult === null) return httpError(500)
      return backendResult.kind === 'response' ? backendResult.answer : httpError(backendResult.status)
    }
  }
}

/** An HTTP backend that takes too long is 504, a function or a service 503. */
export function timeoutStatus({ route }: HttpCall): HttpErrorStatus {
  return route.backend?.kind === 'http' ? 504 : 503
}

/** What the core is told of a backend. Nothing of an HTTP API is cached. */
export function httpIntegrationAnswer(result: HttpBackendResult): IntegrationAnswer {
  const status = result.kind === 'response' ? result.answer.status : result.status
  if (result.kind === 'failure' && (status === 503 || status === 504)) {
    return { outcome: INTEGRATION_FAILURE, bytes: ABSENT }
  }
  const outcome = status < 400 ? INTEGRATED : status < 500 ? INTEGRATION_CLIENT_ERROR : INTEGRATION_SERVER_ERROR
  return { outcome, bytes: ABSENT }
}

import type { GatewayResponseType } from '@shared/design/gateway-response'
import { ABSENT } from '../../engine/flight'
import {
  INTEGRATED,
  INTEGRATION_CLIENT_ERROR,
  INTEGRATION_FAILURE,
  INTEGRATION_SERVER_ERROR,
  INTEGRATION_TIMEOUT,
} from '../../engine/outcome'
import type { MappingFailure } from '../../engine/mapping/mapping-failure'
import { answerBytes, type Answer } from '../answers/answer'
import type { IntegrationAnswer } from '../serve-flight'

/** A response that came from the backend, ready for the client. */
export interface BackendResponse extends Answer {
  readonly kind: 'response'
  /** What went wrong behind it all the same, for the log and the trace. */
  readonly problem?: string
}

/** The gateway answers because the integration could not: a gateway response. */
export interface BackendFailure extends MappingFailure {
  /** Instead of the type's own. */
  readonly statusCode?: number
}

export type BackendAnswer = BackendResponse | BackendFailure

/** 500 `Internal server error`: the integration cannot be run as it is configured. */
export function configurationError(problem: string): BackendFailure {
  return { kind: 'failure', type: 'API_CONFIGURATION_ERROR', problem }
}

/** 502 `Internal server error`: the function failed, or returned what the service does not understand. */
export function functionError(problem: string): BackendFailure {
  return { kind: 'failure', type: 'DEFAULT_5XX', statusCode: 502, problem }
}

/** What the core is told. Only a backend's own response may enter the cache. */
export function integrationAnswer(answer: BackendAnswer): IntegrationAnswer {
  if (answer.kind === 'response') return { outcome: outcomeOf(answer.status), bytes: answerBytes(answer) }
  return { outcome: FAILURE_OUTCOMES[answer.type] ?? INTEGRATION_SERVER_ERROR, bytes: ABSENT }
}

const FAILURE_OUTCOMES: { readonly [type in GatewayResponseType]?: number } = {
  INTEGRATION_FAILURE,
  INTEGRATION_TIMEOUT,
  UNSUPPORTED_MEDIA_TYPE: INTEGRATION_CLIENT_ERROR,
  BAD_REQUEST_BODY: INTEGRATION_CLIENT_ERROR,
}

function outcomeOf(status: number): number {
  return status < 400 ? INTEGRATED : status < 500 ? INTEGRATION_CLIENT_ERROR : INTEGRATION_SERVER_ERROR
}

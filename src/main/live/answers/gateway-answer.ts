import type { GatewayResponseType } from '@shared/design/gateway-response'
import { OUTCOMES, OUTCOME_INFO } from '@shared/outcome'
import { renderGatewayResponse } from '../../engine/mapping/gateway-response'
import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'
import type { Outcome } from '../../engine/outcome'
import type { RestApiDefinition } from '@shared/design/rest-api'
import type { Answer } from './answer'

/** A gateway response as an answer. Its headers include the service's own. */
export function gatewayAnswer(
  definition: Pick<RestApiDefinition, 'gatewayResponses'>,
  type: GatewayResponseType,
  context: GatewayResponseContext,
): Answer {
  const { statusCode, headers, body } = renderGatewayResponse(definition, type, context)
  return { status: statusCode, headers, body: Buffer.from(body, 'utf8') }
}

/** Which gateway response an outcome is answered with; DEFAULT_5XX for one that has none of its own. */
export function responseTypeOf(outcome: Outcome): GatewayResponseType {
  return OUTCOME_INFO[OUTCOMES[outcome]!].gatewayResponse ?? 'DEFAULT_5XX'
}

/** What the service says of itself where no API is known yet: 403 `Forbidden` and the like. */
export function plainAnswer(status: number, message: string, errorType: string): Answer {
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', errorType],
    ],
    body: Buffer.from(JSON.stringify({ message })),
  }
}

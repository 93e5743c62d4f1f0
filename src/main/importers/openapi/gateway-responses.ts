import { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from '@shared/design/gateway-response'
import { membersAt } from '../members'
import { withoutAbsent } from '../without-absent'
import type { OpenApiContext } from './openapi-context'

/** Reads `x-amazon-apigateway-gateway-responses`. Source: rest-api.md 4.2, 17.1. */
export function readGatewayResponses(
  context: OpenApiContext,
): Readonly<Partial<Record<GatewayResponseType, GatewayResponse>>> {
  const written = context.document.members('x-amazon-apigateway-gateway-responses')
  const entries = (written?.places() ?? []).flatMap(([name, place]): [GatewayResponseType, GatewayResponse][] => {
    const type = GATEWAY_RESPONSE_TYPES.find((known) => known === name)
    if (type === undefined) {
      const message = `The gateway response "${name}" is left out: there is none of that type. Use one of ${GATEWAY_RESPONSE_TYPES.join(', ')}.`
      context.findings.report('import/value-unknown', 'error', place.pointer, message)
      return []
    }
    const response = membersAt(place, `the gateway response ${type}`, context.findings)
    if (!response) return []
    const result: GatewayResponse = withoutAbsent({
      statusCode: response.text('statusCode'),
      responseParameters: response.textMap('responseParameters'),
      responseTemplates: response.textMap('responseTemplates'),
    })
    response.finish()
    context.findings.carry(`Gateway response ${type}`, place.pointer)
    return [[type, result]]
  })
  return Object.fromEntries(entries)
}

import { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from '@shared/design/gateway-response'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { addNamed, partsFrom } from './named-parts'
import { propertiesOf } from './resource-properties'
import type { RestApiBody } from './rest-api-body'
import { partsOf, type RestApiParts } from './rest-api-parts'

export function readGatewayResponses(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
): Readonly<Partial<Record<GatewayResponseType, GatewayResponse>>> {
  const responses = partsFrom<GatewayResponse>(body?.api.gatewayResponses as Readonly<Record<string, GatewayResponse>>)
  for (const resource of partsOf(group, 'GatewayResponse')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId')
    const type = members.oneOf('ResponseType', GATEWAY_RESPONSE_TYPES)
    const response: GatewayResponse = withoutAbsent({
      statusCode: members.text('StatusCode'),
      responseParameters: members.textMap('ResponseParameters'),
      responseTemplates: members.textMap('ResponseTemplates'),
    })
    finishShape(members, 'GatewayResponse')
    if (type === undefined) {
      if (!members.has('ResponseType')) {
        const message = `${members.label} has no "ResponseType" and is left out. Write one of ${GATEWAY_RESPONSE_TYPES.join(', ')}.`
        context.findings.report('import/property-missing', 'error', members.pointer, message)
      }
      continue
    }
    if (addNamed(responses, type, response, members))
      context.findings.carry(`Gateway response ${type}`, resource.pointer)
  }
  return Object.fromEntries(responses)
}

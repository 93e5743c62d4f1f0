import type { Diagnostic } from '../../diagnostic'
import { GATEWAY_RESPONSE_TYPES } from '../gateway-response'
import { unless } from './problem'
import type { ApiScope } from './scope'

const PARAMETER_NAME = /^gatewayresponse\.(?:header|path|querystring)\.\S+$/
const PARAMETER_VALUE =
  /^(?:'.*'|context\.\S+|stageVariables\.\S+|method\.request\.(?:header|querystring|path|multivalueheader|multivaluequerystring)\.\S+)$/s

/** Types, statuses and parameters of customised gateway responses. Source: rest-api.md 4.2. */
export function checkGatewayResponses({ api, at }: ApiScope): Diagnostic[] {
  return Object.entries(api.gatewayResponses).flatMap(([type, response]) => {
    const responseAt = [...at, 'gatewayResponses', type]
    return [
      ...unless(
        GATEWAY_RESPONSE_TYPES.some((known) => known === type),
        'design/gateway-response-type-unknown',
        responseAt,
        () => `Gateway response ${type} does not exist. Use one of ${GATEWAY_RESPONSE_TYPES.join(', ')}.`,
      ),
      ...unless(
        response.statusCode === undefined || /^[1-5]\d\d$/.test(response.statusCode),
        'design/status-code-invalid',
        [...responseAt, 'statusCode'],
        () => `Gateway response ${type}: "${response.statusCode}" is not a status. Give a number from 100 to 599.`,
      ),
      ...Object.entries(response.responseParameters ?? {}).flatMap(([name, value]) =>
        unless(
          PARAMETER_NAME.test(name) && PARAMETER_VALUE.test(value),
          'design/gateway-response-parameter-invalid',
          [...responseAt, 'responseParameters', name],
          () =>
            `Gateway response ${type}: parameter ${name} = ${value} cannot be set. Name it gatewayresponse.header.NAME and give ` +
            "'text' in quotes, context.NAME, stageVariables.NAME or method.request.header.NAME.",
        ),
      ),
    ]
  })
}

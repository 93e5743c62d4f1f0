import type { Integration, IntegrationResponse } from '@shared/design/integration'
import type { RestApi } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import type { ApiContext } from '../export-context'
import { arnParameter, portableUri, ROLE } from '../portable-text'
import type { TemplateObject } from '../template-document'
import { properties, some } from '../template-functions'
import { vpcLinkParameter } from '../vpc-link'

/** The property `Integration` of AWS::ApiGateway::Method. */
export function integrationProperties(
  context: ApiContext<RestApi>,
  route: RestRoute,
  integration: Integration,
): TemplateObject {
  reportTls(context, route, integration)
  return properties({
    Type: integration.type,
    IntegrationHttpMethod: integration.httpMethod,
    Uri: portableUri(context, integration.uri),
    ConnectionType: integration.connectionType,
    ConnectionId: vpcLinkParameter(context, integration.connectionId),
    Credentials: arnParameter(context, integration.credentials, ROLE),
    RequestParameters: integration.requestParameters,
    RequestTemplates: integration.requestTemplates,
    PassthroughBehavior: integration.passthroughBehavior,
    ContentHandling: integration.contentHandling,
    TimeoutInMillis: integration.timeoutInMillis,
    CacheNamespace: integration.cacheNamespace,
    CacheKeyParameters: some(integration.cacheKeyParameters),
    ResponseTransferMode: integration.responseTransferMode,
    IntegrationResponses: some(integration.integrationResponses.map(responseProperties)),
  })
}

function responseProperties(response: IntegrationResponse): TemplateObject {
  return properties({
    StatusCode: response.statusCode,
    SelectionPattern: response.selectionPattern,
    ResponseParameters: response.responseParameters,
    ResponseTemplates: response.responseTemplates,
    ContentHandling: response.contentHandling,
  })
}

/** CloudFormation has no `tlsConfig` for REST APIs, so the certificate is checked again: stricter, and it may end in a 502. */
function reportTls({ names, parts }: ApiContext<RestApi>, route: RestRoute, { tlsConfig }: Integration): void {
  if (tlsConfig === undefined) return
  const pointer =
    names.pointer + pointerTo(['resources', route.path, 'methods', route.verb, 'integration', 'tlsConfig'])
  const isLost = tlsConfig.insecureSkipVerification === true
  const message = isLost
    ? `${route.routeKey}: insecureSkipVerification is left out, because AWS::ApiGateway::Method has no TLS settings. Calls to a backend with a certificate of its own will fail until it is set by hand; exporting the API as a Body keeps it.`
    : `${route.routeKey}: tlsConfig is left out, because AWS::ApiGateway::Method has no TLS settings. What it says is the service's default.`
  parts.report('export/not-carried', isLost ? 'error' : 'info', pointer, message)
}

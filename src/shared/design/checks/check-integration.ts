import type { Diagnostic } from '../../diagnostic'
import type { Integration } from '../integration'
import { VERBS } from '../method'
import { checkIntegrationTimeout } from './check-integration-timeout'
import { checkIntegrationUri } from './check-integration-uri'
import { problem, unless } from './problem'
import type { MethodScope } from './scope'

/** A method has an integration, and it names what AWS needs to call it. Source: rest-api.md 1.1, 9.1, 11.3. */
export function checkIntegration(scope: MethodScope): Diagnostic[] {
  const { at, routeKey, method } = scope
  const { integration } = method
  if (!integration) {
    const message = `${routeKey}: No integration defined for method. Choose an integration, or it cannot be deployed.`
    return [problem('design/method-without-integration', [...at, 'integration'], message)]
  }
  const integrationAt = [...at, 'integration']
  return [
    ...(integration.type === 'MOCK'
      ? []
      : [
          ...checkHttpMethod({ ...scope, at: integrationAt }, integration),
          ...checkIntegrationUri({ ...scope, at: integrationAt }, integration),
        ]),
    ...checkIntegrationTimeout({ ...scope, at: integrationAt }, integration),
    ...unless(
      integration.connectionType !== 'VPC_LINK' || Boolean(integration.connectionId),
      'design/vpc-link-missing',
      [...integrationAt, 'connectionId'],
      () => `${routeKey}: connectionType is VPC_LINK without a connectionId. Give the id of the VPC link.`,
    ),
    ...checkCacheKeys({ ...scope, at: integrationAt }, integration),
  ]
}

function checkHttpMethod({ at, routeKey }: MethodScope, { httpMethod, handler, backend }: Integration): Diagnostic[] {
  const field = [...at, 'httpMethod']
  if (httpMethod === undefined || httpMethod === '') {
    const severity = handler === undefined && backend === undefined ? 'error' : 'info'
    const message = `${routeKey}: Enumeration value for HttpMethod must be non-empty`
    return [problem('design/integration-http-method-missing', field, message, severity)]
  }
  return unless(
    VERBS.some((verb) => verb === httpMethod),
    'design/integration-http-method-invalid',
    field,
    () => `${routeKey}: integration httpMethod "${httpMethod}" is not a verb. Use one of ${VERBS.join(', ')}.`,
  )
}

/** Source: rest-api.md 6.2. */
function checkCacheKeys({ at, routeKey, method }: MethodScope, integration: Integration): Diagnostic[] {
  return (integration.cacheKeyParameters ?? []).flatMap((parameter, index) => {
    const declared = parameter.startsWith('integration.') ? integration.requestParameters : method.requestParameters
    return unless(
      declared !== undefined && Object.hasOwn(declared, parameter),
      'design/cache-key-undeclared',
      [...at, 'cacheKeyParameters', index],
      () =>
        `${routeKey}: cache key parameter ${parameter} is not declared. ` +
        `Add it to the requestParameters of the ${parameter.startsWith('integration.') ? 'integration' : 'method'}.`,
    )
  })
}

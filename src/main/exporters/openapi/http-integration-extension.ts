import type { HttpApi, HttpIntegration } from '@shared/design/http-api'
import { pointerSegment } from '@shared/diagnostic'
import { integrationIdOf } from '@shared/design/v2-api'
import type { WritableObject } from '../../documents/writable-value'
import { localHandler } from './local-handler'
import type { OpenApiContext } from './openapi-context'

const INTEGRATION = 'x-amazon-apigateway-integration'
const SHARED = 'x-amazon-apigateway-integrations'

/** Ids of integrations that several routes have in common: they stand once, among the components. */
export function sharedIntegrations({ routes, integrations }: HttpApi): readonly string[] {
  const targets = Object.values(routes).map((route) => integrationIdOf(route))
  return Object.keys(integrations).filter((id) => targets.filter((target) => target === id).length > 1)
}

/** The components that routes refer to; nothing when every route has an integration of its own. */
export function sharedIntegrationMembers(context: OpenApiContext<HttpApi>): WritableObject {
  const entries = sharedIntegrations(context.api).flatMap((id) => {
    const integration = context.api.integrations[id]
    if (!integration) return []
    const handler = localHandler(context, integration, integration.integrationUri)
    return [[id, { ...httpIntegrationExtension(context, integration), ...handler }] as const]
  })
  return entries.length > 0 ? { [SHARED]: Object.fromEntries(entries) } : {}
}

/** What an operation says of its integration. */
export function integrationMembers(
  context: OpenApiContext<HttpApi>,
  id: string,
  integration: HttpIntegration,
  isShared: boolean,
): WritableObject {
  if (isShared) {
    return { [INTEGRATION]: { $ref: `#/components/${SHARED}/${encodeURIComponent(pointerSegment(id))}` } }
  }
  return {
    [INTEGRATION]: httpIntegrationExtension(context, integration),
    ...localHandler(context, integration, integration.integrationUri),
  }
}

/** Source: http-api.md 8.1, 14. */
function httpIntegrationExtension({ hasOwnMembers }: OpenApiContext, integration: HttpIntegration): WritableObject {
  const { responseParameters, backend, fault } = integration
  return {
    type: integration.integrationType.toLowerCase(),
    integrationSubtype: integration.integrationSubtype,
    httpMethod: integration.integrationMethod,
    uri: integration.integrationUri,
    connectionType: integration.connectionType,
    connectionId: integration.connectionId,
    credentials: integration.credentialsArn,
    requestParameters: integration.requestParameters,
    responseParameters: responseParameters && { ...responseParameters },
    payloadFormatVersion: integration.payloadFormatVersion,
    timeoutInMillis: integration.timeoutInMillis,
    ...(hasOwnMembers && { 'x-gatewright-backend': backend, 'x-gatewright-fault': fault }),
  }
}

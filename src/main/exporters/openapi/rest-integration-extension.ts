import type { Integration, IntegrationResponse } from '@shared/design/integration'
import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import { places } from './export-findings'
import type { OpenApiContext } from './openapi-context'

/** `x-amazon-apigateway-integration` of a method. Source: rest-api.md 17.1. */
export function restIntegrationExtension(
  context: OpenApiContext<RestApi>,
  integration: Integration,
  pointer: string,
): WritableObject {
  const { passthroughBehavior, tlsConfig, backend, fault } = integration
  const responses = responsesOf(context, integration.integrationResponses, `${pointer}/integrationResponses`)
  return {
    type: integration.type.toLowerCase(),
    httpMethod: integration.httpMethod,
    uri: integration.uri,
    connectionType: integration.connectionType,
    connectionId: integration.connectionId,
    credentials: integration.credentials,
    requestParameters: integration.requestParameters,
    requestTemplates: integration.requestTemplates,
    passthroughBehavior: passthroughBehavior?.toLowerCase(),
    contentHandling: integration.contentHandling,
    timeoutInMillis: integration.timeoutInMillis,
    cacheNamespace: integration.cacheNamespace,
    cacheKeyParameters: integration.cacheKeyParameters,
    tlsConfig: tlsConfig && { ...tlsConfig },
    responseTransferMode: integration.responseTransferMode,
    ...(responses.size > 0 && { responses }),
    ...(context.hasOwnMembers && { 'x-gatewright-backend': backend, 'x-gatewright-fault': fault }),
  }
}

/** By pattern, in the order in which they are tried; "default" is the one without a pattern. */
function responsesOf(
  context: OpenApiContext,
  responses: readonly IntegrationResponse[],
  pointer: string,
): ReadonlyMap<string, WritableObject> {
  const written = new Map<string, WritableObject>()
  for (const [index, response] of responses.entries()) {
    const { statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling } = response
    const key = selectionPattern === undefined || selectionPattern === '' ? 'default' : selectionPattern
    const isSayable = selectionPattern !== 'default'
    if (written.has(key) || !isSayable) {
      reportLost(context, key, isSayable, `${pointer}/${index}`)
      continue
    }
    written.set(key, { statusCode, responseParameters, responseTemplates, contentHandling })
  }
  return written
}

/** Of two with one pattern only the first is ever chosen. */
function reportLost({ findings }: OpenApiContext, key: string, isSayable: boolean, pointer: string): void {
  findings.tally(`response ${key}`, pointer, {
    code: 'export/not-carried',
    severity: isSayable ? 'info' : 'error',
    message: (count) =>
      isSayable
        ? `An integration response with the pattern "${key}" in ${places(count)} is left out: another one before it has the same, so that it is never chosen.`
        : `An integration response with the pattern "default" in ${places(count)} is left out: in a document that word stands for no pattern. Write the pattern as (default).`,
  })
}

import { putItem } from '@shared/design/edits/update-in'
import type { ContentHandling, Integration, IntegrationResponse } from '@shared/design/integration'
import type { ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, notFound } from '../service-error'
import { findIntegration, type FoundMethod } from './find-rest'
import { neededStatus } from './method-responses'
import { withMethod } from './with-method'

type Found = FoundMethod & { readonly integration: Integration }

/** How answers of an integration become those of the method. */
export const INTEGRATION_RESPONSE_HANDLERS: OperationHandlers = {
  PutIntegrationResponse({ state, input }) {
    const found = findIntegration(state, input)
    const response = checked(found, {
      statusCode: neededStatus(input),
      ...presentMembers({
        selectionPattern: input.text('selectionPattern') || undefined,
        responseParameters: input.record<Readonly<Record<string, string>>>('responseParameters'),
        responseTemplates: input.record<Readonly<Record<string, string>>>('responseTemplates'),
        contentHandling: input.oneOf<ContentHandling>('contentHandling'),
      }),
    })
    return { state: put(state, found, response), output: recordOf(response), notes: notesOn(found, response) }
  },
  GetIntegrationResponse({ state, input }) {
    return { state, output: recordOf(findResponse(findIntegration(state, input), input)) }
  },
  UpdateIntegrationResponse({ state, input }) {
    const found = findIntegration(state, input)
    const shape = operationsOf('apigateway').get('PutIntegrationResponse')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const response = checked(found, patchStructure(findResponse(found, input), shape, operations, ['statusCode']))
    return { state: put(state, found, response), output: recordOf(response) }
  },
  DeleteIntegrationResponse({ state, input }) {
    const found = findIntegration(state, input)
    const { statusCode } = findResponse(found, input)
    const integrationResponses = found.integration.integrationResponses.filter((each) => each.statusCode !== statusCode)
    const integration = { ...found.integration, integrationResponses }
    return { state: withMethod(state, found, { ...found.method, integration }) }
  },
}

function findResponse({ integration, verb, path }: Found, input: OperationInput): IntegrationResponse {
  const statusCode = neededStatus(input)
  const response = integration.integrationResponses.find((each) => each.statusCode === statusCode)
  if (response !== undefined) return response
  throw notFound('Invalid Response status code specified', `${verb} ${path} has no integration response ${statusCode}.`)
}

/** A header that is set must be one that the method declares. */
function checked({ method, verb, path }: Found, response: IntegrationResponse): IntegrationResponse {
  const declared = method.methodResponses.find(({ statusCode }) => statusCode === response.statusCode)
  if (declared === undefined) return response
  const known = new Set(Object.keys(declared.responseParameters ?? {}))
  const unknown = Object.keys(response.responseParameters ?? {}).find((key) => !known.has(key))
  if (unknown === undefined) return response
  throw badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${unknown}]`,
    `Declare it first: put-method-response of ${verb} ${path} ${response.statusCode} with --response-parameters ${unknown}=false.`,
  )
}

function notesOn({ method, verb, path }: Found, { statusCode }: IntegrationResponse): Note[] {
  if (method.methodResponses.some((each) => each.statusCode === statusCode)) return []
  const text = `${verb} ${path} has no method response ${statusCode}: answers with it become 500. Add it with put-method-response.`
  return [{ severity: 'warning', text }]
}

function put(state: ControlPlane, found: Found, response: IntegrationResponse): ControlPlane {
  const { integrationResponses } = found.integration
  const integration = {
    ...found.integration,
    integrationResponses: putItem(integrationResponses, 'statusCode', response),
  }
  return withMethod(state, found, { ...found.method, integration })
}

function recordOf(response: IntegrationResponse): JsonRecord {
  return { ...response }
}

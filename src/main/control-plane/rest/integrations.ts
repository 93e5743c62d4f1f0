import type { Integration, IntegrationType } from '@shared/design/integration'
import { LIMITS } from '@shared/limits'
import type { ControlPlane } from '../control-plane'
import { presentMembers } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, notInList } from '../service-error'
import { findIntegration, findMethod, type FoundMethod } from './find-rest'
import { integrationProblem } from './integration-problem'
import { integrationRecord, methodPath } from './method-record'
import { withMethod } from './with-method'

/** Where a method sends its requests. */
export const INTEGRATION_HANDLERS: OperationHandlers = {
  PutIntegration({ state, input }) {
    const found = findMethod(state, input)
    const integration = checked({ ...givenIntegration(input), integrationResponses: [] })
    const after = withMethod(state, found, { ...found.method, integration })
    const about = `${methodPath(state, found)}/integration`
    return { state: after, output: output(after, found, integration), about, notes: notesOn(found, integration) }
  },
  GetIntegration({ state, input }) {
    return { state, output: integrationRecord(state, findIntegration(state, input)) }
  },
  UpdateIntegration({ state, input }) {
    const found = findIntegration(state, input)
    const shape = operationsOf('apigateway').get('PutIntegration')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const patched = patchStructure(found.integration, shape, operations, ['type', 'integrationResponses'])
    const integration = checked(patched)
    const after = withMethod(state, found, { ...found.method, integration })
    return { state: after, output: output(after, found, integration) }
  },
  DeleteIntegration({ state, input }) {
    const found = findIntegration(state, input)
    const { integration: _gone, ...method } = found.method
    return { state: withMethod(state, found, method) }
  },
}

function givenIntegration(input: OperationInput): Omit<Integration, 'integrationResponses'> {
  return {
    type: input.needed('type') as IntegrationType,
    ...presentMembers({
      httpMethod: input.text('httpMethod'),
      uri: input.text('uri'),
      connectionType: input.oneOf<'INTERNET' | 'VPC_LINK'>('connectionType'),
      connectionId: input.text('connectionId'),
      credentials: input.text('credentials'),
      requestParameters: input.record<Readonly<Record<string, string>>>('requestParameters'),
      requestTemplates: input.record<Readonly<Record<string, string>>>('requestTemplates'),
      passthroughBehavior: input.oneOf<NonNullable<Integration['passthroughBehavior']>>('passthroughBehavior'),
      contentHandling: input.oneOf<NonNullable<Integration['contentHandling']>>('contentHandling'),
      timeoutInMillis: input.number('timeoutInMillis'),
      cacheNamespace: input.text('cacheNamespace'),
      cacheKeyParameters: input.texts('cacheKeyParameters'),
      tlsConfig: input.record<NonNullable<Integration['tlsConfig']>>('tlsConfig'),
      responseTransferMode: input.oneOf<'BUFFERED' | 'STREAM'>('responseTransferMode'),
    }),
  }
}

const PASSTHROUGH: readonly string[] = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']

function checked(integration: Integration): Integration {
  const problem = integrationProblem(integration)
  if (problem !== null) throw badRequest(problem, hintOn(integration))
  const { timeoutInMillis, passthroughBehavior, connectionType, connectionId, responseTransferMode } = integration
  if (passthroughBehavior !== undefined && !PASSTHROUGH.includes(passthroughBehavior)) {
    throw notInList('passthroughBehavior', passthroughBehavior, PASSTHROUGH)
  }
  const { value: least } = LIMITS.integrationTimeoutMin
  const { value: most } = LIMITS.integrationTimeoutMax
  const isStream = responseTransferMode === 'STREAM'
  if (timeoutInMillis !== undefined && (timeoutInMillis < least || (timeoutInMillis > most && !isStream))) {
    throw badRequest(`Timeout should be between ${least} ms and ${most} ms`)
  }
  if (connectionType === 'VPC_LINK' && connectionId === undefined) {
    throw badRequest('Invalid Vpc Link identifier specified', 'Give --connection-id, as create-vpc-link answers it.')
  }
  return integration
}

function hintOn({ type, uri = '' }: Integration): string | undefined {
  const isFunction = /^arn:[^:]*:lambda:([^:]*):/.exec(uri)
  if ((type === 'AWS' || type === 'AWS_PROXY') && isFunction !== null) {
    const region = isFunction[1] ?? ''
    return `Write the function as arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${uri}/invocations.`
  }
  if (type !== 'MOCK' && uri === '') return 'Give --uri.'
  return undefined
}

function notesOn({ verb, path }: FoundMethod, { type, httpMethod, uri = '' }: Integration): Note[] {
  if (type !== 'AWS_PROXY' || httpMethod === 'POST' || !uri.includes(':lambda:')) return []
  const text = `${verb} ${path}: a function is invoked with POST; --integration-http-method ${httpMethod} makes AWS answer 500.`
  return [{ severity: 'warning', text }]
}

function output(state: ControlPlane, found: FoundMethod, integration: Integration) {
  return integrationRecord(state, { ...found, integration })
}

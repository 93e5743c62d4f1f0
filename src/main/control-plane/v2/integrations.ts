import { removeMember } from '@shared/design/edits/update-in'
import { unusedId } from '@shared/design/unused-id'
import { integrationIdOf, type V2Api, type V2Integration, type V2Route } from '@shared/design/v2-api'
import { isReservedHeader } from '@shared/design/v2-rules/reserved-headers'
import { LIMITS } from '@shared/limits'
import { extrasOf, type ControlPlane } from '../control-plane'
import { isRecord, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, conflict } from '../service-error'
import { v2ApiPath } from './api-record'
import { findIntegration, findV2Api, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'

/** Where routes lead. Source: http-api.md 8.1, websocket-api.md 5.1. */
export const V2_INTEGRATION_HANDLERS: OperationHandlers = {
  CreateIntegration({ state, input }) {
    const api = findV2Api(state, input)
    const integration = checked(api, givenIntegration(api, input))
    const { integrationUri = '', integrationSubtype = '' } = integration as {
      integrationUri?: string
      integrationSubtype?: string
    }
    const text = `integration ${integration.integrationType} ${integrationUri}${integrationSubtype}`
    const id = unusedId(text, 7, Object.keys(api.integrations))
    const after = withParts(state, api, { integrations: put(api.integrations, id, integration) })
    return { state: after, output: record(after, api, id, integration), about: pathOf(api, id) }
  },
  GetIntegration({ state, input }) {
    const api = findV2Api(state, input)
    const { id, integration } = findIntegration(api, input)
    return { state, output: record(state, api, id, integration) }
  },
  GetIntegrations({ state, input }) {
    const api = findV2Api(state, input)
    const items = Object.entries<V2Integration>(api.integrations).map(([id, each]) => record(state, api, id, each))
    return { state, output: { items } }
  },
  UpdateIntegration({ state, input }) {
    const api = findV2Api(state, input)
    const { id, integration } = findIntegration(api, input)
    const updated = checked(api, updatedMembers(integration, givenIntegration(api, input), MAPS))
    const after = withParts(state, api, { integrations: put(api.integrations, id, updated) })
    return { state: after, output: record(after, api, id, updated), about: pathOf(api, id) }
  },
  DeleteIntegration({ state, input }) {
    const api = findV2Api(state, input)
    const { id } = findIntegration(api, input)
    const user = Object.entries<V2Route>(api.routes).find(([, route]) => integrationIdOf(route) === id)
    if (user !== undefined) {
      throw conflict(
        `Cannot delete Integration ${id}. It is referenced by Route`,
        `The route ${user[0]} leads to it: give it another target first.`,
      )
    }
    const integrations = removeMember<Readonly<Record<string, V2Integration>>>(api.integrations, id)
    return { state: withParts(state, api, { integrations }) }
  },
}

const MAPS = ['requestParameters', 'requestTemplates', 'responseParameters']
const SHARED_MEMBERS = [
  'integrationType',
  'integrationMethod',
  'integrationUri',
  'connectionType',
  'connectionId',
  'credentialsArn',
  'requestParameters',
  'timeoutInMillis',
]
const HTTP_MEMBERS = ['integrationSubtype', 'payloadFormatVersion', 'responseParameters']
const SOCKET_MEMBERS = [
  'requestTemplates',
  'templateSelectionExpression',
  'passthroughBehavior',
  'contentHandlingStrategy',
  'tlsConfig',
]

function givenIntegration({ protocolType }: V2Api, input: OperationInput): V2Integration {
  const own = protocolType === 'HTTP' ? HTTP_MEMBERS : SOCKET_MEMBERS
  return givenMembers(input, [...SHARED_MEMBERS, ...own]) as unknown as V2Integration
}

function checked(api: V2Api, integration: V2Integration): V2Integration {
  const { integrationType: type, integrationUri, timeoutInMillis } = integration
  const isHttp = api.protocolType === 'HTTP'
  if (isHttp && type !== 'AWS_PROXY' && type !== 'HTTP_PROXY') {
    throw badRequest(`Integration type ${String(type)} is not supported for HTTP APIs`, 'Use AWS_PROXY or HTTP_PROXY.')
  }
  const isService = 'integrationSubtype' in integration && integration.integrationSubtype !== undefined
  if (type !== 'MOCK' && !isService && (integrationUri === undefined || integrationUri === '')) {
    throw badRequest('Invalid integration URI specified', 'Give --integration-uri: the ARN of a function, or a URL.')
  }
  const most = (isHttp ? LIMITS.httpIntegrationTimeoutMax : LIMITS.integrationTimeoutMax).value
  const least = LIMITS.integrationTimeoutMin.value
  if (timeoutInMillis !== undefined && (timeoutInMillis < least || timeoutInMillis > most)) {
    throw badRequest(`Timeout should be between ${least} ms and ${most} ms`)
  }
  if (isHttp) refuseReservedHeaders(integration)
  return integration
}

/** Source: http-api.md 8.4. */
function refuseReservedHeaders(integration: V2Integration): void {
  const responses = 'responseParameters' in integration ? (integration.responseParameters ?? {}) : {}
  const maps: unknown[] = [integration.requestParameters, ...Object.values(responses)]
  const keys = maps.flatMap((map) => (isRecord(map) ? Object.keys(map) : []))
  const header = keys.map((key) => /^\w+:header\.(.+)$/.exec(key)?.[1]).find((name) => name && isReservedHeader(name))
  if (header !== undefined) throw badRequest(`Operations on header ${header} are restricted`)
}

function pathOf(api: V2Api, id: string): string {
  return `${v2ApiPath(api.id)}/integrations/${id}`
}

/** An integration as the service reads it back, with its defaults. */
function record(state: ControlPlane, api: V2Api, id: string, integration: V2Integration): JsonRecord {
  const { handler: _handler, backend: _backend, fault: _fault, ...own } = integration
  const { integrationResponses: _responses, ...shown } = own as typeof own & { integrationResponses?: unknown }
  const isHttp = api.protocolType === 'HTTP'
  const defaults = isHttp
    ? { payloadFormatVersion: '1.0', timeoutInMillis: LIMITS.httpIntegrationTimeoutMax.value }
    : { passthroughBehavior: 'WHEN_NO_MATCH', timeoutInMillis: LIMITS.integrationTimeoutMax.value }
  const isFunction = integration.integrationType === 'AWS_PROXY' && !('integrationSubtype' in integration)
  return {
    connectionType: 'INTERNET',
    ...defaults,
    ...(isFunction && { integrationMethod: 'POST' }),
    ...shown,
    integrationId: id,
    ...extrasOf(state, pathOf(api, id)),
  }
}

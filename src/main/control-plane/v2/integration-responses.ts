import { removeMember } from '@shared/design/edits/update-in'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketIntegration, WebSocketIntegrationResponse } from '@shared/design/websocket-api'
import type { ControlPlane } from '../control-plane'
import { idOf, integrationResponseScope, moveId } from '../ids'
import type { OperationCall, OperationHandlers } from '../operation-handler'
import { badRequest, conflict } from '../service-error'
import { findIntegration, findV2Api, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'
import { findResponse, replaced } from './keyed-responses'

/** How answers of a backend become messages to clients. Source: websocket-api.md 5.4. */
export const V2_INTEGRATION_RESPONSE_HANDLERS: OperationHandlers = {
  CreateIntegrationResponse(call) {
    const { api, id, integration, responses } = integrationOf(call)
    const key = neededKey(call)
    if (Object.hasOwn(responses, key))
      throw conflict(`IntegrationResponse with key ${key} already exists for this integration`)
    const response: WebSocketIntegrationResponse = givenMembers(call.input, MEMBERS)
    const state = withResponses(call.state, api, id, integration, put(responses, key, response))
    return { state, output: record(state, api, id, key, response) }
  },
  GetIntegrationResponse(call) {
    const { api, id, responses } = integrationOf(call)
    const { key, response } = find(call, api, id, responses)
    return { state: call.state, output: record(call.state, api, id, key, response) }
  },
  GetIntegrationResponses(call) {
    const { api, id, responses } = integrationOf(call)
    const items = Object.entries(responses).map(([key, each]) => record(call.state, api, id, key, each))
    return { state: call.state, output: { items } }
  },
  UpdateIntegrationResponse(call) {
    const { api, id, integration, responses } = integrationOf(call)
    const { key: before, response } = find(call, api, id, responses)
    const key = call.input.has('integrationResponseKey') ? neededKey(call) : before
    const updated = updatedMembers(response, givenMembers(call.input, MEMBERS), [
      'responseParameters',
      'responseTemplates',
    ])
    const moved = moveId(call.state, integrationResponseScope(api.id, id), before, key)
    const state = withResponses(moved, api, id, integration, replaced(responses, before, key, updated))
    return { state, output: record(state, api, id, key, updated) }
  },
  DeleteIntegrationResponse(call) {
    const { api, id, integration, responses } = integrationOf(call)
    const { key } = find(call, api, id, responses)
    return { state: withResponses(call.state, api, id, integration, removeMember(responses, key)) }
  },
}

type Responses = Readonly<Record<string, WebSocketIntegrationResponse>>

const MEMBERS = ['contentHandlingStrategy', 'responseParameters', 'responseTemplates', 'templateSelectionExpression']

function integrationOf({ state, input }: OperationCall) {
  const api = findV2Api(state, input)
  if (api.protocolType !== 'WEBSOCKET') {
    throw badRequest('Integration responses are supported only for WebSocket APIs', `"${api.name}" is an HTTP API.`)
  }
  const { id } = findIntegration(api, input)
  const integration = api.integrations[id]!
  return { api, id, integration, responses: integration.integrationResponses ?? {} }
}

function neededKey({ input }: OperationCall): string {
  const key = input.needed('integrationResponseKey')
  if (key === '$default' || /^\/.+\/$/.test(key)) return key
  throw badRequest(
    'Invalid integration response key specified',
    'A key is $default, or a pattern in slashes as in /4\\d\\d/.',
  )
}

function find({ state, input }: OperationCall, api: V2Api, id: string, responses: Responses) {
  const responseId = input.needed('integrationResponseId')
  return findResponse(state, integrationResponseScope(api.id, id), responses, responseId, 'IntegrationResponse')
}

function withResponses(
  state: ControlPlane,
  api: V2Api,
  id: string,
  integration: WebSocketIntegration,
  responses: Responses,
): ControlPlane {
  const { integrationResponses: _before, ...own } = integration
  const changed = Object.keys(responses).length === 0 ? own : { ...own, integrationResponses: responses }
  return withParts(state, api, { integrations: { ...api.integrations, [id]: changed } })
}

function record(state: ControlPlane, api: V2Api, id: string, key: string, response: WebSocketIntegrationResponse) {
  const integrationResponseId = idOf(state, integrationResponseScope(api.id, id), key)
  return { integrationResponseId, integrationResponseKey: key, ...response }
}

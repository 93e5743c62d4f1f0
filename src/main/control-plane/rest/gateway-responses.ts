import { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from '@shared/design/gateway-response'
import { removeMember, setMember } from '@shared/design/edits/update-in'
import { gatewayResponseRecord } from '../../engine/mapping/gateway-response-record'
import { withApi } from '../control-plane'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { invalidPath, patchStructure } from '../patch/patch-structure'
import { badRequest, notFound } from '../service-error'
import { findRestApi } from './find-rest'

/** What the gateway itself answers. Source: rest-api.md 4.2, recorded. */
export const GATEWAY_RESPONSE_HANDLERS: OperationHandlers = {
  PutGatewayResponse({ state, input }) {
    const api = findRestApi(state, input)
    const type = typeOf(input)
    const response = checked(
      presentMembers({
        statusCode: input.text('statusCode'),
        responseParameters: input.record<Readonly<Record<string, string>>>('responseParameters'),
        responseTemplates: input.record<Readonly<Record<string, string>>>('responseTemplates'),
      }),
    )
    const after = { ...api, gatewayResponses: setMember(api.gatewayResponses, type, response) }
    return { state: withApi(state, after), output: { ...gatewayResponseRecord(after, type) } }
  },
  GetGatewayResponse({ state, input }) {
    return { state, output: { ...gatewayResponseRecord(findRestApi(state, input), typeOf(input)) } }
  },
  GetGatewayResponses({ state, input }) {
    const api = findRestApi(state, input)
    return { state, output: { item: GATEWAY_RESPONSE_TYPES.map((type) => gatewayResponseRecord(api, type)) } }
  },
  UpdateGatewayResponse({ state, input }) {
    const api = findRestApi(state, input)
    const type = typeOf(input)
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const wrong = operations.find(({ op, path }) => path === '/statusCode' && op !== 'replace')
    if (wrong !== undefined) throw invalidPath('/statusCode', ['/responseParameters/...', '/responseTemplates/...'])
    const shape = operationsOf('apigateway').get('PutGatewayResponse')!.output!
    const before = api.gatewayResponses[type] ?? {}
    const response = checked(patchStructure(before, shape, operations, ['responseType', 'defaultResponse']))
    const after = { ...api, gatewayResponses: setMember(api.gatewayResponses, type, response) }
    return { state: withApi(state, after), output: { ...gatewayResponseRecord(after, type) } }
  },
  DeleteGatewayResponse({ state, input }) {
    const api = findRestApi(state, input)
    const type = typeOf(input)
    if (api.gatewayResponses[type] === undefined) throw notFound('Gateway response type not defined on api')
    return { state: withApi(state, { ...api, gatewayResponses: removeMember(api.gatewayResponses, type) }) }
  },
}

/** The shapes have seen to it that it is one. */
function typeOf(input: OperationInput): GatewayResponseType {
  return input.needed('response_type') as GatewayResponseType
}

function checked(response: GatewayResponse): GatewayResponse {
  const { statusCode, responseParameters = {} } = response
  if (statusCode !== undefined && !/^[1-5]\d\d$/.test(statusCode)) {
    throw badRequest(`Invalid status code specified: ${statusCode}`, 'A status code has three digits, as in 429.')
  }
  const wrong = Object.keys(responseParameters).find(
    (key) => !/^gatewayresponse\.(header|path|querystring)\..+/.test(key),
  )
  if (wrong === undefined) return response
  throw badRequest(`Invalid mapping expression specified: ${wrong}`, 'Keys are gatewayresponse.header.NAME.')
}

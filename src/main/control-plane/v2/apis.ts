import { addApi } from '@shared/design/edits/add-api'
import { removeApi } from '@shared/design/edits/remove-api'
import { removeMember } from '@shared/design/edits/update-in'
import type { Cors, HttpApi, HttpIntegration } from '@shared/design/http-api'
import { unusedId } from '@shared/design/unused-id'
import type { V2Api } from '@shared/design/v2-api'
import { corsProblem } from '@shared/design/v2-rules/cors-problem'
import { problemOfHttpRouteKey } from '@shared/design/v2-rules/http-route-rule'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { withApi, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest } from '../service-error'
import { apiRecord, v2ApiPath } from './api-record'
import { findV2Api } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'

/** HTTP and WebSocket APIs themselves. Source: http-api.md 1 and 3.3, websocket-api.md 1. */
export const V2_API_HANDLERS: OperationHandlers = {
  CreateApi({ state, input }) {
    const isSocket = input.needed('protocolType') === 'WEBSOCKET'
    const api = isSocket ? createdSocketApi(state, input) : createdHttpApi(state, input)
    const after = withDesign(state, addApi(state.design, api))
    return { state: after, output: apiRecord(after, api), about: v2ApiPath(api.id) }
  },
  GetApi({ state, input }) {
    return { state, output: apiRecord(state, findV2Api(state, input)) }
  },
  GetApis({ state }) {
    const apis = state.design.apis.filter((api): api is V2Api => api.protocolType !== 'REST')
    return { state, output: { items: apis.map((api) => apiRecord(state, api)) } }
  },
  UpdateApi({ state, input }) {
    const before = findV2Api(state, input)
    const api = updatedApi(before, input)
    const after = withApi(state, api)
    const isQuick = input.has('target') || input.has('routeKey') || input.has('credentialsArn')
    const notes: Note[] = isQuick ? [{ severity: 'warning', text: QUICK_UPDATE }] : []
    return { state: after, output: apiRecord(after, api), about: v2ApiPath(api.id), notes }
  },
  DeleteApi({ state, input }) {
    return { state: withDesign(state, removeApi(state.design, findV2Api(state, input).id)) }
  },
  DeleteCorsConfiguration({ state, input }) {
    const api = findV2Api(state, input)
    return { state: api.protocolType === 'HTTP' ? withApi(state, removeMember(api, 'corsConfiguration')) : state }
  },
}

const QUICK_UPDATE =
  'target, routeKey and credentialsArn of update-api change what quick create made, which is not done here: use update-integration and update-route.'

function newId(state: ControlPlane, name: string): string {
  return unusedId(
    `v2 api ${name}`,
    10,
    state.design.apis.map(({ id }) => id),
  )
}

function createdSocketApi(state: ControlPlane, input: OperationInput): WebSocketApi {
  const name = input.needed('name')
  const routeSelectionExpression = input.text('routeSelectionExpression')
  if (routeSelectionExpression === undefined || routeSelectionExpression === '') {
    throw badRequest(
      'RouteSelectionExpression is a required parameter for WEBSOCKET protocol APIs',
      "Add --route-selection-expression '$request.body.action'.",
    )
  }
  return {
    protocolType: 'WEBSOCKET',
    id: newId(state, name),
    name,
    routeSelectionExpression,
    ...givenMembers(input, [
      'description',
      'apiKeySelectionExpression',
      'disableSchemaValidation',
      'disableExecuteApiEndpoint',
      'tags',
    ]),
    routes: {},
    integrations: {},
    authorizers: {},
    stages: {},
  }
}

function createdHttpApi(state: ControlPlane, input: OperationInput): HttpApi {
  const name = input.needed('name')
  const expression = input.text('routeSelectionExpression')
  if (expression !== undefined && !/^\$\{?request\.method\}? \$\{?request\.path\}?$/.test(expression)) {
    throw badRequest(
      'RouteSelectionExpression is not a supported parameter for HTTP protocol APIs',
      'HTTP APIs choose routes by method and path: leave it out, or use --protocol-type WEBSOCKET.',
    )
  }
  return {
    protocolType: 'HTTP',
    id: newId(state, name),
    name,
    ...givenMembers(input, ['description', 'disableExecuteApiEndpoint', 'tags']),
    ...presentMembers({ corsConfiguration: checkedCors(input.record<Cors>('corsConfiguration')) }),
    ...quickCreated(input),
    authorizers: {},
  }
}

function checkedCors(cors: Cors | undefined): Cors | undefined {
  const problem = cors === undefined ? null : corsProblem(cors)
  if (problem !== null) throw badRequest(problem)
  return cors
}

/** With `target`: one integration, one route, and the stage `$default`, which deploys by itself. */
function quickCreated(input: OperationInput): Pick<HttpApi, 'routes' | 'integrations' | 'stages'> {
  const target = input.text('target')
  const routeKey = input.text('routeKey') ?? '$default'
  const credentialsArn = input.text('credentialsArn')
  if (target === undefined) return { routes: {}, integrations: {}, stages: {} }
  const problem = problemOfHttpRouteKey(routeKey)
  if (problem !== undefined)
    throw badRequest(`The provided route key is not formatted properly for HTTP protocol. ${problem}`)
  const isUrl = /^https?:\/\//.test(target)
  const integration: HttpIntegration = {
    integrationType: isUrl ? 'HTTP_PROXY' : 'AWS_PROXY',
    integrationUri: target,
    ...(isUrl && { integrationMethod: 'ANY' }),
    ...presentMembers({ credentialsArn }),
    payloadFormatVersion: isUrl ? '1.0' : '2.0',
  }
  const id = unusedId(`integration ${target}`, 7, [])
  return {
    routes: { [routeKey]: { authorizationType: 'NONE', target: id } },
    integrations: { [id]: integration },
    stages: { $default: { autoDeploy: true } },
  }
}

const SOCKET_MEMBERS = [
  'name',
  'description',
  'routeSelectionExpression',
  'apiKeySelectionExpression',
  'disableSchemaValidation',
  'disableExecuteApiEndpoint',
]

function updatedApi(api: V2Api, input: OperationInput): V2Api {
  if (api.protocolType === 'WEBSOCKET') return updatedMembers(api, givenMembers(input, SOCKET_MEMBERS), [])
  const cors = checkedCors(input.record<Cors>('corsConfiguration'))
  const given = givenMembers(input, ['name', 'description', 'disableExecuteApiEndpoint'])
  return updatedMembers(api, { ...given, ...presentMembers({ corsConfiguration: cors }) }, [])
}

import { addApi } from '@shared/design/edits/add-api'
import { removeApi } from '@shared/design/edits/remove-api'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { EndpointConfiguration, RestApi } from '@shared/design/rest-api'
import { unusedId } from '@shared/design/unused-id'
import { withApi, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, notFound } from '../service-error'
import { findRestApi } from './find-rest'
import { restApiPath, restApiRecord } from './rest-api-record'

/** REST APIs themselves. Their resources and all that is below have handlers of their own. */
export const REST_API_HANDLERS: OperationHandlers = {
  CreateRestApi({ state, input }) {
    const api = createdApi(state, input)
    const after = withDesign(state, addApi(state.design, api))
    return { state: after, output: restApiRecord(after, api), about: restApiPath(api.id) }
  },
  GetRestApi({ state, input }) {
    return { state, output: restApiRecord(state, findRestApi(state, input)) }
  },
  GetRestApis({ state }) {
    const item = state.design.apis.flatMap((api) => (api.protocolType === 'REST' ? [restApiRecord(state, api)] : []))
    return { state, output: { item } }
  },
  UpdateRestApi({ state, input }) {
    const api = findRestApi(state, input)
    const patched = patchedApi(api, input.list<PatchEntry>('patchOperations') ?? [])
    const after = withApi(state, patched)
    return { state: after, output: restApiRecord(after, patched) }
  },
  DeleteRestApi({ state, input }) {
    const api = findRestApi(state, input)
    const plan = state.design.usagePlans.find(({ apiStages }) => apiStages.some(({ apiId }) => apiId === api.id))
    if (plan !== undefined) {
      throw badRequest(
        `Cannot delete an API with active usage plans attached. Remove API ${api.id} from its usage plans`,
        `The usage plan "${plan.name}" covers it: update-usage-plan --patch-operations op=remove,path=/apiStages,value=${api.id}:STAGE.`,
      )
    }
    return { state: withDesign(state, removeApi(state.design, api.id)) }
  },
}

function createdApi(state: ControlPlane, input: OperationInput): RestApi {
  const name = input.needed('name')
  const id = unusedId(
    `rest api ${name}`,
    10,
    state.design.apis.map((api) => api.id),
  )
  const source = clonedApi(state, input.text('cloneFrom'))
  const minimumCompressionSize = input.number('minimumCompressionSize')
  refuseCompressionSize(minimumCompressionSize)
  const policyText = input.text('policy')
  return {
    protocolType: 'REST',
    id,
    name,
    endpointConfiguration: source?.endpointConfiguration ?? { types: ['EDGE'] },
    apiKeySource: source?.apiKeySource ?? 'HEADER',
    resources: source?.resources ?? { '/': { methods: {} } },
    authorizers: source?.authorizers ?? {},
    models: source?.models ?? {},
    requestValidators: source?.requestValidators ?? {},
    gatewayResponses: source?.gatewayResponses ?? {},
    stages: {},
    deployments: [],
    ...(source?.binaryMediaTypes && { binaryMediaTypes: source.binaryMediaTypes }),
    ...presentMembers({
      description: input.text('description'),
      binaryMediaTypes: input.texts('binaryMediaTypes'),
      minimumCompressionSize,
      apiKeySource: input.oneOf<RestApi['apiKeySource']>('apiKeySource'),
      endpointConfiguration: checkedEndpoint(input.record<EndpointConfiguration>('endpointConfiguration')),
      policy: policyText === undefined || policyText === '' ? undefined : policyOf(policyText),
      tags: input.record<Readonly<Record<string, string>>>('tags'),
      disableExecuteApiEndpoint: input.flag('disableExecuteApiEndpoint'),
    }),
  }
}

function clonedApi({ design }: ControlPlane, id: string | undefined): RestApi | undefined {
  if (id === undefined) return undefined
  const api = design.apis.find((each) => each.id === id)
  if (api?.protocolType === 'REST') return api
  throw notFound(`Invalid API identifier specified ${design.accountId}:${id}`)
}

function checkedEndpoint(endpoint: Partial<EndpointConfiguration> | undefined): EndpointConfiguration | undefined {
  if (endpoint === undefined) return undefined
  const types = endpoint.types?.length ? endpoint.types : (['EDGE'] as const)
  if (types.includes('PRIVATE') && endpoint.ipAddressType === 'ipv4') {
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.')
  }
  return { ...endpoint, types }
}

/** A policy as the service takes it: one text. */
function policyOf(text: string): PolicyDocument {
  try {
    const policy: unknown = JSON.parse(text)
    if (typeof policy === 'object' && policy !== null && 'Statement' in policy) return policy as PolicyDocument
  } catch {
    // The refusal below says what is wrong.
  }
  throw badRequest(
    'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
    'A policy is a JSON text with "Version" and "Statement".',
  )
}

/** Source: rest-api.md 1.1, recorded. */
function refuseCompressionSize(size: number | undefined): void {
  if (size !== undefined && (size < 0 || size > 10_485_760)) {
    throw badRequest('Invalid minimum compression size, must be between 0 and 10485760')
  }
}

/** Members that patches may change: those of the record, with the policy as a text. */
function patchedApi(api: RestApi, operations: readonly PatchEntry[]): RestApi {
  const shape = operationsOf('apigateway').get('UpdateRestApi')!.output!
  const { policy, ...rest } = api
  const record = { ...rest, ...(policy && { policy: JSON.stringify(policy) }) }
  const fixed = ['id', 'createdDate', 'rootResourceId', 'warnings', 'tags', 'apiStatus', 'apiStatusMessage']
  const shown = operations.map((entry) => (entry.path === '/minimumCompressionSize' ? emptyAsRemoval(entry) : entry))
  const patched: typeof record = patchStructure(record, shape, shown, fixed)
  refuseCompressionSize(patched.minimumCompressionSize)
  const { policy: text, ...others } = patched
  const endpointConfiguration = checkedEndpoint(others.endpointConfiguration) ?? { types: ['EDGE'] }
  return { ...others, endpointConfiguration, ...(text ? { policy: policyOf(text) } : {}) }
}

function emptyAsRemoval(entry: PatchEntry): PatchEntry {
  return entry.value ? entry : { ...entry, op: 'remove' }
}

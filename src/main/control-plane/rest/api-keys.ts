import type { ApiKey } from '@shared/design/api-key'
import { removeApiKey } from '@shared/design/edits/remove-api-key'
import { putItem } from '@shared/design/edits/update-in'
import { idFrom } from '@shared/design/id-from'
import { unusedId } from '@shared/design/unused-id'
import { extrasOf, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, conflict, notFound } from '../service-error'

/** Keys of clients. Source: rest-api.md 5.5, recorded. */
export const API_KEY_HANDLERS: OperationHandlers = {
  CreateApiKey({ state, input }) {
    const key = givenKey(state, input)
    const after = withKey(state, key)
    return { state: after, output: record(after, key, true), about: pathOf(key) }
  },
  GetApiKey({ state, input }) {
    const key = findApiKey(state, input.needed('api_Key'))
    return { state, output: record(state, key, input.flag('includeValue') ?? false) }
  },
  GetApiKeys({ state, input }) {
    const start = input.text('name') ?? ''
    const customerId = input.text('customerId')
    const item = state.design.apiKeys
      .filter((key) => key.name.startsWith(start) && (customerId === undefined || key.customerId === customerId))
      .map((key) => record(state, key, input.flag('includeValues') ?? false))
    return { state, output: { item } }
  },
  UpdateApiKey({ state, input }) {
    const before = findApiKey(state, input.needed('api_Key'))
    const shape = operationsOf('apigateway').get('CreateApiKey')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const key = patchStructure(before, shape, operations, [
      'id',
      'value',
      'createdDate',
      'lastUpdatedDate',
      'tags',
      'stageKeys',
    ])
    const after = withKey(state, key)
    return { state: after, output: record(after, key, false) }
  },
  DeleteApiKey({ state, input }) {
    return { state: withDesign(state, removeApiKey(state.design, findApiKey(state, input.needed('api_Key')).id)) }
  },
}

function givenKey({ design }: ControlPlane, input: OperationInput): ApiKey {
  const name = input.text('name') ?? ''
  const id = unusedId(
    `api key ${name}`,
    10,
    design.apiKeys.map((key) => key.id),
  )
  const value = input.text('value') || idFrom(`value of api key ${id}`, 40)
  if (value.length < 20) throw badRequest('API Key value should be at least 20 characters')
  if (value.length > 128) throw badRequest('API Key value exceeds maximum size of 128 characters')
  const same = design.apiKeys.find((key) => key.value === value)
  if (same !== undefined) throw conflict('API Key already exists', `"${same.name}" has this value.`)
  return {
    id,
    name,
    ...presentMembers({ description: input.text('description'), customerId: input.text('customerId') }),
    enabled: input.flag('enabled') ?? false,
    value,
  }
}

/** A key by its id; whoever gives its value is told so. */
export function findApiKey({ design }: ControlPlane, id: string): ApiKey {
  const key = design.apiKeys.find((each) => each.id === id)
  if (key !== undefined) return key
  const byValue = design.apiKeys.find(({ value }) => value === id)
  const last = design.apiKeys.at(-1)
  const hint =
    byValue !== undefined
      ? `That is the value of key ${byValue.id} ("${byValue.name}"); an id is asked for: capture it with --query id.`
      : last && `Did you mean ${last.id}, the key "${last.name}"?`
  throw notFound('Invalid API Key identifier specified', hint ?? 'There is no API key yet.')
}

function withKey(state: ControlPlane, key: ApiKey): ControlPlane {
  return withDesign(state, { ...state.design, apiKeys: putItem(state.design.apiKeys, 'id', key) })
}

function pathOf({ id }: ApiKey): string {
  return `/apikeys/${id}`
}

function record(state: ControlPlane, key: ApiKey, hasValue: boolean): JsonRecord {
  const { value, ...own } = key
  return {
    ...own,
    ...(hasValue && { value }),
    createdDate: state.now,
    lastUpdatedDate: state.now,
    stageKeys: [],
    ...extrasOf(state, pathOf(key)),
  }
}

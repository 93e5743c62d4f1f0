import { removeMember, renameMember, setMember } from '@shared/design/edits/update-in'
import type { Model } from '@shared/design/model'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { withApi, type ControlPlane } from '../control-plane'
import { idOf, modelScope, moveId, nameOf } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationCall, OperationHandlers } from '../operation-handler'
import { schemaOf } from '../rest/models'
import { badRequest, conflict, notFound } from '../service-error'
import { findV2Api } from './find-v2'

/** Schemas of messages; HTTP APIs have none. Source: websocket-api.md 4.4. */
export const V2_MODEL_HANDLERS: OperationHandlers = {
  CreateModel(call) {
    const { api, models } = modelsOf(call)
    const { state, input } = call
    const name = input.needed('name')
    refuseName(models, name)
    const model: Model = {
      contentType: input.text('contentType') ?? 'application/json',
      ...presentMembers({ description: input.text('description') }),
      schema: schemaOf(input.text('schema')),
    }
    const after = withModels(state, api, setMember(models, name, model))
    return { state: after, output: record(after, api, name, model) }
  },
  GetModel(call) {
    const { api, models } = modelsOf(call)
    const { name, model } = findModel(call, api, models)
    return { state: call.state, output: record(call.state, api, name, model) }
  },
  GetModels(call) {
    const { api, models } = modelsOf(call)
    return {
      state: call.state,
      output: { items: Object.entries(models).map(([name, each]) => record(call.state, api, name, each)) },
    }
  },
  UpdateModel(call) {
    const { api, models } = modelsOf(call)
    const { state, input } = call
    const { name: before, model } = findModel(call, api, models)
    const name = input.text('name') ?? before
    if (name !== before) refuseName(models, name)
    const schema = input.text('schema')
    const updated: Model = {
      ...model,
      ...presentMembers({ contentType: input.text('contentType'), description: input.text('description') }),
      ...(schema !== undefined && { schema: schemaOf(schema) }),
    }
    const moved = moveId(state, modelScope(api.id), before, name)
    const renamed = renameMember<Model, Models>(models, before, name)
    const after = withModels(moved, api, setMember(renamed, name, updated))
    return { state: after, output: record(after, api, name, updated) }
  },
  DeleteModel(call) {
    const { api, models } = modelsOf(call)
    return { state: withModels(call.state, api, removeMember(models, findModel(call, api, models).name)) }
  },
}

type Models = Readonly<Record<string, Model>>

function modelsOf({ state, input }: OperationCall): { api: WebSocketApi; models: Models } {
  const api = findV2Api(state, input)
  if (api.protocolType === 'WEBSOCKET') return { api, models: api.models ?? {} }
  throw badRequest(
    'Models are supported only for WebSocket APIs',
    `"${api.name}" is an HTTP API: it does not check bodies.`,
  )
}

function refuseName(models: Models, name: string): void {
  if (!/^[A-Za-z0-9]+$/.test(name)) throw badRequest(`Model name must be alphanumeric: ${name}`)
  if (Object.hasOwn(models, name)) throw conflict('Model name already exists for this API')
}

function findModel({ state, input }: OperationCall, api: WebSocketApi, models: Models): { name: string; model: Model } {
  const name = nameOf(state, modelScope(api.id), input.needed('modelId'), Object.keys(models))
  if (name !== undefined) return { name, model: models[name]! }
  const known = Object.keys(models).map((each) => `${idOf(state, modelScope(api.id), each)} ("${each}")`)
  throw notFound(
    'Invalid Model identifier specified',
    known.length === 0 ? undefined : `Did you mean ${known.join(' or ')}?`,
  )
}

function withModels(state: ControlPlane, api: WebSocketApi, models: Models): ControlPlane {
  return withApi(state, { ...api, models })
}

function record(state: ControlPlane, api: WebSocketApi, name: string, model: Model): JsonRecord {
  const { contentType, description, schema } = model
  const modelId = idOf(state, modelScope(api.id), name)
  return presentMembers({ contentType, description, modelId, name, schema: JSON.stringify(schema) })
}

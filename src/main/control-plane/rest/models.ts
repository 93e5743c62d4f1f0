import type { JsonSchema, Model } from '@shared/design/model'
import type { RestApi } from '@shared/design/rest-api'
import { memberOf, removeMember, setMember } from '@shared/design/edits/update-in'
import { withApi, type ControlPlane } from '../control-plane'
import { idOf, modelScope } from '../ids'
import { isRecord, presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import type { PatchEntry } from '../patch/patch-operation'
import { invalidPath } from '../patch/patch-structure'
import { badRequest, conflict, notFound } from '../service-error'
import { findRestApi } from './find-rest'

/** Schemas of bodies. Source: rest-api.md 1.1, recorded. */
export const MODEL_HANDLERS: OperationHandlers = {
  CreateModel({ state, input }) {
    const api = findRestApi(state, input)
    const name = input.text('name') ?? ''
    if (name === '') throw badRequest('Model name must be non-empty')
    if (!/^[A-Za-z0-9]+$/.test(name)) throw badRequest('Model name must be alphanumeric: ' + name)
    if (Object.hasOwn(api.models, name)) throw conflict('Model name already exists for this REST API')
    const model: Model = {
      contentType: input.needed('contentType'),
      ...presentMembers({ description: input.text('description') }),
      schema: schemaOf(input.text('schema')),
    }
    const after = withApi(state, { ...api, models: setMember(api.models, name, model) })
    return { state: after, output: modelRecord(after, api, name, model) }
  },
  GetModel({ state, input }) {
    const api = findRestApi(state, input)
    const { name, model } = findModel(api, input)
    return { state, output: modelRecord(state, api, name, model) }
  },
  GetModels({ state, input }) {
    const api = findRestApi(state, input)
    return {
      state,
      output: { item: Object.entries(api.models).map(([name, model]) => modelRecord(state, api, name, model)) },
    }
  },
  UpdateModel({ state, input }) {
    const api = findRestApi(state, input)
    const { name, model } = findModel(api, input)
    const patched = (input.list<PatchEntry>('patchOperations') ?? []).reduce(patchedModel, model)
    const after = withApi(state, { ...api, models: setMember(api.models, name, patched) })
    return { state: after, output: modelRecord(after, api, name, patched) }
  },
  DeleteModel({ state, input }) {
    const api = findRestApi(state, input)
    const { name } = findModel(api, input)
    return { state: withApi(state, { ...api, models: removeMember(api.models, name) }) }
  },
}

function patchedModel(model: Model, { path = '', value = '' }: PatchEntry): Model {
  if (path === '/description') return { ...model, description: value }
  if (path === '/schema') return { ...model, schema: schemaOf(value) }
  throw invalidPath(path, ['/description', '/schema'])
}

/** A schema as the service takes it: one text. */
export function schemaOf(text: string | undefined): JsonSchema {
  if (text === undefined || text.trim() === '') {
    throw badRequest('Model schema must have at least 1 property or array items defined')
  }
  try {
    const schema: unknown = JSON.parse(text)
    if (isRecord(schema)) return schema
  } catch {
    // The refusal below says what is wrong.
  }
  throw badRequest('Invalid model schema specified', 'A schema is a JSON object in a text, draft 4 of JSON Schema.')
}

function findModel({ models, name: apiName }: RestApi, input: OperationInput): { name: string; model: Model } {
  const name = input.needed('model_name')
  const model = memberOf(models, name)
  if (model !== undefined) return { name, model }
  throw notFound(
    `Invalid model name specified: ${name}`,
    `"${apiName}" has the models ${Object.keys(models).join(', ') || 'Empty, Error'}.`,
  )
}

function modelRecord(state: ControlPlane, api: RestApi, name: string, model: Model): JsonRecord {
  const { description, contentType, schema } = model
  const id = idOf(state, modelScope(api.id), name)
  return presentMembers({ id, name, description, schema: JSON.stringify(schema), contentType })
}

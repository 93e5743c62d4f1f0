import type { Design } from '../design'
import type { JsonSchema, Model } from '../model'
import type { RestApi } from '../rest-api'
import { changeRestApi } from './change-rest-api'
import { moveModelReferences } from './move-model-references'
import { mapItems, mapMembers, memberOf, renameMember, setMember } from './update-in'

/** A model under a new name that is free; methods follow, and so does a `$ref` ending in "/models/{name}" in any model. */
export function renameModel(design: Design, apiId: string, fromName: string, toName: string): Design {
  return changeRestApi(design, apiId, (api) => {
    if (memberOf(api.models, toName)) return api
    const models = renameMember(api.models, fromName, toName)
    if (models === api.models) return api
    const renamed = moveModelReferences(setMember(api, 'models', models), fromName, toName)
    return moveSchemaReferences(renamed, `/models/${fromName}`, `/models/${toName}`)
  })
}

/** Deeper schemas are left alone: a crafted one must not exhaust the stack. */
const MAX_DEPTH = 200

function moveSchemaReferences(api: RestApi, from: string, to: string): RestApi {
  const moveIn = (value: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return value
    return Array.isArray(value)
      ? mapItems<unknown>(value, (item) => moveIn(item, depth + 1))
      : moveInSchema(value as JsonSchema, depth)
  }
  const moveInSchema = (schema: JsonSchema, depth: number): JsonSchema =>
    mapMembers(schema, (value: unknown, name) =>
      name === '$ref' && typeof value === 'string' && value.endsWith(from)
        ? value.slice(0, -from.length) + to
        : moveIn(value, depth + 1),
    )
  const models = mapMembers(api.models, (model: Model) => setMember(model, 'schema', moveInSchema(model.schema, 0)))
  return setMember(api, 'models', models)
}

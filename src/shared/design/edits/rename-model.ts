import type { Design } from '../design'
import type { JsonSchema, Model } from '../model'
import { changeModels } from './change-models'
import { moveModelReferences } from './move-model-references'
import { mapItems, mapMembers, memberOf, renameMember, setMember } from './update-in'

/** A model under a new name that is free; methods and routes follow, and so does a `$ref` ending in "/models/{name}" in any model. */
export function renameModel(design: Design, apiId: string, fromName: string, toName: string): Design {
  const renamed = changeModels(design, apiId, (models) => {
    if (memberOf(models, toName)) return models
    const moved = renameMember<Model, typeof models>(models, fromName, toName)
    return moved === models ? models : moveSchemaReferences(moved, `/models/${fromName}`, `/models/${toName}`)
  })
  return renamed === design ? design : moveModelReferences(renamed, apiId, fromName, toName)
}

type Models = { readonly [modelName: string]: Model }

/** Deeper schemas are left alone: a crafted one must not exhaust the stack. */
const MAX_DEPTH = 200

function moveSchemaReferences(models: Models, from: string, to: string): Models {
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
  return mapMembers(models, (model: Model) => setMember(model, 'schema', moveInSchema(model.schema, 0)))
}

import type { JsonSchema, Model } from '@shared/design/model'
import { compileSchema, type CompiledSchema } from './json-schema'

/** `details` is what `$context.error.validationErrorString` holds: "[object has missing required properties ([\"b\"])]". */
export type BodyVerdict = { readonly valid: true } | { readonly valid: false; readonly details: string }

type Models = Readonly<Record<string, Model>>

const VALID: BodyVerdict = { valid: true }
/** Source: an observed execution log. */
const UNREADABLE: BodyVerdict = { valid: false, details: '[Unknown error parsing request body]' }

const DEFAULT_CONTENT_TYPE = 'application/json'
/** Key of `requestModels` for every content type without a key of its own. */
const ANY_CONTENT_TYPE = '$default'

/**
 * Check bodies against the models of a method. A content type that no model is for is not checked at all; an absent body is checked like
 * one that is not JSON.
 * Source: API Gateway Developer Guide, "Request validation"; rest-api.md 8.
 */
export function compileBodyCheck(
  requestModels: Readonly<Record<string, string>>,
  models: Models,
): (contentType: string | undefined, text: string) => BodyVerdict {
  const schemas = new Map<string, CompiledSchema>()
  for (const [contentType, modelName] of Object.entries(requestModels)) {
    const model = modelNamed(models, modelName)
    const key = contentType === ANY_CONTENT_TYPE ? contentType : mediaType(contentType)
    if (model !== undefined) schemas.set(key, compileModel(model, models))
  }
  return (contentType, text) => {
    const schema = schemas.get(mediaType(contentType ?? DEFAULT_CONTENT_TYPE)) ?? schemas.get(ANY_CONTENT_TYPE)
    return schema === undefined ? VALID : checkText(schema, text)
  }
}

/** Compile a model's schema, with what it refers to in other models of the API. */
export function compileModel(model: Model, models: Models): CompiledSchema {
  return compileSchema(model.schema, (uri) => schemaAt(uri, models))
}

/** "application/json; charset=utf-8" -> "application/json". */
function mediaType(contentType: string): string {
  const end = contentType.indexOf(';')
  const type = (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
  return type === '' ? DEFAULT_CONTENT_TYPE : type
}

/**
 * Models refer to each other as "https://apigateway.amazonaws.com/restapis/{restApiId}/models/{Name}", whatever stands for the API's id.
 * Documents that were written for OpenAPI may still say "#/components/schemas/Name" or "#/definitions/Name".
 */
function schemaAt(uri: string, models: Models): JsonSchema | undefined {
  const [, name] =
    /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([^/#]+)$/.exec(uri) ??
    /#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(uri) ??
    []
  return name === undefined ? undefined : modelNamed(models, name)?.schema
}

function modelNamed(models: Models, name: string): Model | undefined {
  return Object.hasOwn(models, name) ? models[name] : undefined
}

function checkText(schema: CompiledSchema, text: string): BodyVerdict {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return UNREADABLE
  }
  const errors = schema.validate(value)
  return errors.length === 0 ? VALID : { valid: false, details: `[${errors.join(', ')}]` }
}

import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { sampleFromSchema } from '@shared/design/sample-from-schema'

/** A body that the method's model accepts, as JSON; an empty object where it has none. */
export function sampleBody(
  api: RestApi,
  { requestModels = {} }: Method,
): { readonly text: string; readonly contentType: string } {
  const names = Object.keys(requestModels)
  const contentType = names.find((name) => name === 'application/json') ?? names[0] ?? 'application/json'
  const modelName = Object.hasOwn(requestModels, contentType) ? requestModels[contentType]! : ''
  const model = Object.hasOwn(api.models, modelName) ? api.models[modelName] : undefined
  const sample = model === undefined ? {} : sampleFromSchema(model.schema, api.models)
  return { text: JSON.stringify(sample) ?? 'null', contentType }
}

/** No model accepts it: it is not JSON. */
export const INVALID_BODY = 'not JSON'

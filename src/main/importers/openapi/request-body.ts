import type { Members } from '../members'
import { contentTypesOf, readContent, readSwaggerSchema, type BodyModels, type Words } from './media-types'
import type { Models } from './models'
import { resolvedMembers, type OpenApiContext } from './openapi-context'
import type { Operation } from './path-items'

/** The models of an operation's request body; `words` name those whose schema is written in place. */
export function readRequestModels(
  context: OpenApiContext,
  operation: Operation,
  swaggerBody: Members | undefined,
  models: Models,
  words: Words,
): BodyModels {
  const named = (): readonly string[] => [...words(), 'Request']
  if (context.dialect === 'swagger2') {
    const contentTypes = contentTypesOf(context, operation.members, 'consumes')
    if (!swaggerBody) return {}
    const result = readSwaggerSchema(swaggerBody, contentTypes, models, named)
    swaggerBody.skip('name', 'in', 'required')
    swaggerBody.finish()
    return result
  }
  if (swaggerBody) {
    const message = `${swaggerBody.label} is left out: OpenAPI 3 describes a body by "requestBody".`
    context.findings.report('import/not-carried', 'warning', swaggerBody.pointer, message)
  }
  const place = operation.members.place('requestBody')
  const body = place && resolvedMembers(context, place, `the request body of ${operation.label}`)
  if (!body) return {}
  const result = readContent(body, models, named)
  // A validator judges an absent body as well, so whether it is required follows from the model. Source: rest-api.md 8.
  body.skip('required')
  body.skipDocumentation('description')
  body.finish()
  return result
}

import type { Method } from '@shared/design/method'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { places } from './export-findings'
import type { ModelSchemas } from './model-schemas'
import type { OpenApiContext } from './openapi-context'

/** Content type -> reference of its model, as in { "application/json": "#/definitions/Order" }. */
export type BodyReferences = ReadonlyMap<string, string>

/** What bodies look like by their content types; models that the API does not have are reported and left out. */
export function bodyReferences(
  models: Readonly<Record<string, string>> | undefined,
  { referenceTo }: ModelSchemas,
  pointer: string,
): BodyReferences {
  const entries = Object.entries(models ?? {}).flatMap(([contentType, model]) => {
    const reference = referenceTo(model, pointer + pointerTo([contentType]))
    return reference === undefined ? [] : [[contentType, reference] as const]
  })
  return new Map(entries)
}

/** OpenAPI 3's `content`. */
export function contentOf(bodies: BodyReferences): WritableObject {
  return Object.fromEntries([...bodies].map(([contentType, $ref]) => [contentType, { schema: { $ref } }]))
}

/** The members of an operation that describe its request body. `parameters`: those it has besides. */
export function requestBodyMembers(
  context: OpenApiContext,
  method: Method,
  models: ModelSchemas,
  parameters: readonly WritableObject[],
  pointer: string,
): WritableObject {
  const place = `${pointer}/requestModels`
  const bodies = bodyReferences(method.requestModels, models, place)
  const withParameters = (all: readonly WritableObject[]) => all.length > 0 && { parameters: all }
  if (context.version === 'openapi3') {
    return {
      ...withParameters(parameters),
      ...(bodies.size > 0 && { requestBody: { content: contentOf(bodies), required: true } }),
    }
  }
  const [first, ...others] = preferred(bodies)
  if (first === undefined) return { ...withParameters(parameters) }
  const [, $ref] = first
  const alike = [first, ...others.filter(([, other]) => other === $ref)].map(([contentType]) => contentType)
  const lost = others.filter(([, other]) => other !== $ref).map(([contentType]) => contentType)
  for (const contentType of lost) reportLostBody(context, contentType, place + pointerTo([contentType]))
  const body: WritableObject = { in: 'body', name: $ref.replace(/^.*\//, ''), required: true, schema: { $ref } }
  return {
    consumes: [...bodies.keys()].filter((type) => alike.includes(type)),
    ...withParameters([...parameters, body]),
  }
}

/** JSON first: the one body that a Swagger operation describes. */
function preferred(bodies: BodyReferences): readonly (readonly [string, string])[] {
  const all = [...bodies]
  return [
    ...all.filter(([type]) => type === 'application/json'),
    ...all.filter(([type]) => type !== 'application/json'),
  ]
}

function reportLostBody({ findings }: OpenApiContext, contentType: string, pointer: string): void {
  findings.tally('request model', pointer, {
    code: 'export/not-carried',
    severity: 'error',
    message: (count) =>
      `The request model for ${contentType} in ${places(count)} is left out: a Swagger operation describes one body for all of its content types. Export OpenAPI 3.0 to keep it.`,
  })
}

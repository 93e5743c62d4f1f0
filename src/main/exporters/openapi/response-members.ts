import type { Method, MethodResponse } from '@shared/design/method'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { bodyReferences, contentOf, type BodyReferences } from './bodies'
import type { ModelSchemas } from './model-schemas'
import type { OpenApiContext } from './openapi-context'

const HEADER = 'method.response.header.'

/**
 * `responses` of an operation, and Swagger's `produces` for them. A method without responses gets a "default" one, because an operation
 * must have one; the service takes none from it. Source: rest-api.md 17.3.
 */
export function responseMembers(
  context: OpenApiContext,
  method: Method,
  models: ModelSchemas,
  label: string,
  pointer: string,
): WritableObject {
  const responses = method.methodResponses.map((response, index) => {
    const place = `${pointer}/methodResponses/${index}`
    return { response, place, bodies: bodyReferences(response.responseModels, models, `${place}/responseModels`) }
  })
  if (responses.length === 0) return { responses: { default: { description: `Default response for ${label}` } } }
  if (context.version === 'openapi3') {
    const entries = responses.map(({ response, bodies, place }) => [
      response.statusCode,
      { ...describe(context, response, place), content: contentOf(bodies) },
    ])
    return { responses: Object.fromEntries(entries) as WritableObject }
  }
  const produces = [...new Set(responses.flatMap(({ bodies }) => [...bodies.keys()]))]
  const entries = responses.map(({ response, bodies, place }) => [
    response.statusCode,
    { ...describe(context, response, place), ...swaggerSchema(context, bodies, produces, place) },
  ])
  return { ...(produces.length > 0 && { produces }), responses: Object.fromEntries(entries) as WritableObject }
}

function describe(
  context: OpenApiContext,
  { statusCode, responseParameters }: MethodResponse,
  pointer: string,
): WritableObject {
  const headers = Object.entries(responseParameters ?? {}).flatMap(([expression, isRequired]) => {
    const place = pointer + pointerTo(['responseParameters', expression])
    if (!expression.startsWith(HEADER)) {
      reportNoHeader(context, expression, place)
      return []
    }
    if (isRequired && context.version === 'swagger2') reportRequired(context, place)
    return [[expression.slice(HEADER.length), header(context, isRequired)] as const]
  })
  return { description: `${statusCode} response`, ...(headers.length > 0 && { headers: Object.fromEntries(headers) }) }
}

function header({ version }: OpenApiContext, isRequired: boolean): WritableObject {
  if (version === 'swagger2') return { type: 'string' }
  return { ...(isRequired && { required: true }), schema: { type: 'string' } }
}

/** One schema for all content types that the operation produces. */
function swaggerSchema(
  context: OpenApiContext,
  bodies: BodyReferences,
  produces: readonly string[],
  pointer: string,
): WritableObject {
  const $ref = bodies.get('application/json') ?? [...bodies.values()][0]
  if ($ref === undefined) return {}
  const isExact = bodies.size === produces.length && [...bodies.values()].every((other) => other === $ref)
  if (!isExact) reportContentTypes(context, `${pointer}/responseModels`)
  return { schema: { $ref } }
}

function reportContentTypes({ findings }: OpenApiContext, pointer: string): void {
  findings.tally('response models', pointer, {
    code: 'export/approximated',
    severity: 'info',
    message: (count) =>
      `The models of ${count === 1 ? '1 response' : `${count} responses`} are not told apart by content type: a Swagger operation has one model a response, for everything it produces. Answers stay the same.`,
  })
}

function reportRequired({ findings }: OpenApiContext, pointer: string): void {
  findings.tally('required header', pointer, {
    code: 'export/not-carried',
    severity: 'info',
    message: (count) =>
      `That ${count === 1 ? '1 response header is' : `${count} response headers are`} required is left out: Swagger cannot say it, and nothing checks it.`,
  })
}

function reportNoHeader({ findings }: OpenApiContext, expression: string, pointer: string): void {
  findings.tally(`response parameter ${expression}`, pointer, {
    code: 'export/not-carried',
    severity: 'error',
    message: () =>
      `The response parameter "${expression}" is left out: a method response declares headers only. Correct it.`,
  })
}

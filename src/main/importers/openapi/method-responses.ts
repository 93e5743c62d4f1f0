import type { MethodResponse } from '@shared/design/method'
import type { Members } from '../members'
import type { Place } from '../json-place'
import { contentTypesOf, readContent, readSwaggerSchema, type BodyModels, type Words } from './media-types'
import type { Models } from './models'
import { resolvedMembers, type OpenApiContext } from './openapi-context'
import { SHAPE } from './parameters'
import type { Operation } from './path-items'

/** The operation's `responses`, one for each certain status. */
export function readMethodResponses(
  context: OpenApiContext,
  operation: Operation,
  models: Models,
  words: Words,
): MethodResponse[] {
  const produces = context.dialect === 'swagger2' ? contentTypesOf(context, operation.members, 'produces') : []
  const responses = operation.members.members('responses')
  return (responses?.places() ?? []).flatMap(([statusCode, place]) => {
    if (statusCode.startsWith('x-')) {
      context.findings.tally('import/extension-ignored', statusCode, place.pointer)
      return []
    }
    if (!/^[1-5]\d\d$/.test(statusCode)) {
      context.findings.tally('import/response-not-carried', statusCode, place.pointer)
      return []
    }
    return [readResponse(context, place, statusCode, operation, { models, words, produces })]
  })
}

interface Bodies {
  readonly models: Models
  readonly words: Words
  readonly produces: readonly string[]
}

function readResponse(
  context: OpenApiContext,
  place: Place,
  statusCode: string,
  operation: Operation,
  bodies: Bodies,
): MethodResponse {
  const response = resolvedMembers(context, place, `the response ${statusCode} of ${operation.label}`)
  if (!response) return { statusCode }
  const responseParameters = readHeaders(context, response)
  const responseModels = readModels(context, response, () => [...bodies.words(), `Response${statusCode}`], bodies)
  response.skipDocumentation('description', 'summary', 'examples')
  response.notCarried('links', 'API Gateway has no links between methods.')
  response.finish()
  return {
    statusCode,
    ...(Object.keys(responseParameters).length > 0 && { responseParameters }),
    ...(Object.keys(responseModels).length > 0 && { responseModels }),
  }
}

function readModels(context: OpenApiContext, response: Members, words: Words, bodies: Bodies): BodyModels {
  return context.dialect === 'swagger2'
    ? readSwaggerSchema(response, bodies.produces, bodies.models, words)
    : readContent(response, bodies.models, words)
}

function readHeaders(context: OpenApiContext, response: Members): Readonly<Record<string, boolean>> {
  const headers = response.members('headers')
  const entries = (headers?.places() ?? []).map(([name, place]): [string, boolean] => [
    `method.response.header.${name}`,
    readHeader(context, place, `the header "${name}" of ${response.label}`),
  ])
  return Object.fromEntries(entries)
}

/** Whether it is required. Like a parameter's, the type of a header is not checked. */
function readHeader(context: OpenApiContext, place: Place, label: string): boolean {
  const header = resolvedMembers(context, place, label)
  const isRequired = header?.flag('required') ?? false
  header?.skipDocumentation('description', 'example', 'examples', 'deprecated')
  header?.skipAny(SHAPE)
  header?.finish()
  return isRequired
}

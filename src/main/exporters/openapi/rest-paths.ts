import { VERBS, type Method, type Verb } from '@shared/design/method'
import type { Resource, RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import type { OpenApiContext } from './openapi-context'
import { restOperation, type OperationSurroundings } from './rest-operation'

const ANY_METHOD = 'x-amazon-apigateway-any-method'

/** Every resource as a path, in the order of the design; its methods in the order of `VERBS`. */
export function restPaths(context: OpenApiContext<RestApi>, around: OperationSurroundings): WritableObject {
  const { resources } = context.api
  const entries = Object.entries(resources).map(([path, resource]) => [
    context.hasExtensions ? path : plainPath(context, path, resources),
    pathItem(context, around, path, resource),
  ])
  return Object.fromEntries(entries) as WritableObject
}

function pathItem(
  context: OpenApiContext<RestApi>,
  around: OperationSurroundings,
  path: string,
  { methods }: Resource,
): WritableObject {
  const entries = VERBS.flatMap((verb) => {
    const method = methods[verb]
    return method ? operations(context, around, path, verb, method, methods) : []
  })
  return Object.fromEntries(entries)
}

/** OpenAPI has no operation for every verb; without extensions ANY is one for each verb that has no method of its own. */
function operations(
  context: OpenApiContext<RestApi>,
  around: OperationSurroundings,
  path: string,
  verb: Verb,
  method: Method,
  methods: Resource['methods'],
): (readonly [string, WritableObject])[] {
  if (verb !== 'ANY') return [[verb.toLowerCase(), restOperation(context, around, path, verb, method)]]
  if (context.hasExtensions) return [[ANY_METHOD, restOperation(context, around, path, verb, method)]]
  const others = VERBS.filter((other) => other !== 'ANY' && methods[other] === undefined)
  return others.map((other) => [other.toLowerCase(), restOperation(context, around, path, verb, method, other)])
}

/** "/files/{proxy+}" -> "/files/{proxy}": a "+" is the service's own. */
function plainPath({ findings, pointer }: OpenApiContext, path: string, resources: RestApi['resources']): string {
  const plain = path.replaceAll('+}', '}')
  if (plain === path || Object.hasOwn(resources, plain)) return path
  findings.tally('greedy path', pointer + pointerTo(['resources', path]), {
    code: 'export/approximated',
    severity: 'info',
    message: (count) =>
      `${count === 1 ? '1 greedy path variable stands' : `${count} greedy path variables stand`} as a variable for one part of the path: OpenAPI has no others.`,
  })
  return plain
}

import type { Method } from '@shared/design/method'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { places } from './export-findings'
import type { OpenApiContext } from './openapi-context'

const EXPRESSION = /^method\.request\.(path|querystring|header)\.(.+)$/s

/** The parameters that a method declares, in its order. */
export function parametersOf(
  context: OpenApiContext,
  path: string,
  { requestParameters = {} }: Pick<Method, 'requestParameters'>,
  pointer: string,
): readonly WritableObject[] {
  const declared = Object.entries(requestParameters).flatMap(([expression, isRequired]) => {
    const [, where = '', name = ''] = EXPRESSION.exec(expression) ?? []
    const place = pointer + pointerTo(['requestParameters', expression])
    if (where === '') {
      reportUnknown(context, expression, place)
      return []
    }
    if (where === 'path' && !isRequired) reportOptional(context, place)
    return [parameter(context, name, where === 'querystring' ? 'query' : where, isRequired || where === 'path')]
  })
  return context.hasExtensions ? declared : [...pathParameters(context, path, requestParameters), ...declared]
}

/** A parameter of any text; no notation of ours checks its value. */
export function parameter(
  { version }: OpenApiContext,
  name: string,
  where: string,
  isRequired: boolean,
): WritableObject {
  return {
    name,
    in: where,
    ...(version === 'swagger2'
      ? { required: isRequired, type: 'string' }
      : { ...(isRequired && { required: true }), schema: { type: 'string' } }),
  }
}

/** Names of the variables of a path: "/a/{b}/{c+}" -> ["b", "c"]. */
export function variablesOf(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map(([, name = '']) => name)
}

/** A document for other programs declares every variable of its paths, as OpenAPI demands. */
function pathParameters(
  context: OpenApiContext,
  path: string,
  declared: Readonly<Record<string, boolean>>,
): WritableObject[] {
  return variablesOf(path)
    .filter((name) => !Object.hasOwn(declared, `method.request.path.${name}`))
    .map((name) => parameter(context, name, 'path', true))
}

function reportUnknown({ findings, api }: OpenApiContext, expression: string, pointer: string): void {
  findings.tally(`parameter ${expression}`, pointer, {
    code: 'export/not-carried',
    severity: 'error',
    message: (count) =>
      `The request parameter "${expression}" in ${places(count)} of ${api.name} is left out: it is none of path, querystring or header. Correct it.`,
  })
}

function reportOptional({ findings }: OpenApiContext, pointer: string): void {
  findings.tally('optional path parameter', pointer, {
    code: 'export/approximated',
    severity: 'info',
    message: (count) =>
      `${count === 1 ? '1 path parameter is' : `${count} path parameters are`} written as required: OpenAPI has no others, and a path has all of its parts.`,
  })
}

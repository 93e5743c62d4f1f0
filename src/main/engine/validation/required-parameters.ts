import { parsePathTemplate } from '../router/path-template'

/** What a request brings for its declared parameters. Values as they were sent; the last one where a name comes several times. */
export interface RequestParameterValues {
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly pathParameters: Readonly<Record<string, string>>
}

type Location = 'header' | 'path' | 'querystring'

interface RequiredParameter {
  readonly location: Location
  readonly name: string
  /** A path parameter that the resource path does not have can never be given. */
  readonly isImpossible: boolean
}

/**
 * The names of the required parameters that a request lacks, in the order the service lists them: headers, then path, then query
 * string, each by name. A blank value counts as missing.
 * Source: rest-api.md 8; the order is recorded.
 * Departure: header names are compared without regard to case, though the service's notes speak of case-sensitive names: a client of
 * HTTP/2, or `fetch`, can only send lower case.
 */
export function compileRequiredParameters(
  requestParameters: Readonly<Record<string, boolean>>,
  resourcePath: string,
): (request: RequestParameterValues) => string[] {
  const required = Object.entries(requestParameters)
    .filter(([, isRequired]) => isRequired)
    .map(([expression]) => expression)
    .sort()
    .map((expression) => parseExpression(expression, resourcePath))
    .filter((parameter) => parameter !== null)
  return (request) => required.filter((parameter) => isMissing(parameter, request)).map(({ name }) => name)
}

function parseExpression(expression: string, resourcePath: string): RequiredParameter | null {
  const [, location, name = ''] = /^method\.request\.(header|path|querystring)\.(.+)$/s.exec(expression) ?? []
  if (location !== 'header' && location !== 'path' && location !== 'querystring') return null
  const segments = parsePathTemplate(resourcePath)
  const isInPath = segments.some((segment) => segment.kind !== 'literal' && segment.name === name)
  return { location, name, isImpossible: location === 'path' && !isInPath }
}

function isMissing({ location, name, isImpossible }: RequiredParameter, request: RequestParameterValues): boolean {
  return isImpossible || (valueOf(location, name, request) ?? '').trim() === ''
}

function valueOf(location: Location, name: string, request: RequestParameterValues): string | undefined {
  if (location === 'header') return headerValue(request.headers, name)
  const values = location === 'path' ? request.pathParameters : request.query
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function headerValue(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const lowerCase = name.toLowerCase()
  return Object.entries(headers).find(([header]) => header.toLowerCase() === lowerCase)?.[1]
}

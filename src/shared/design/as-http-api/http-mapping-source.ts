/**
 * Where a REST API's mapping takes a value from, as an HTTP API writes it: "method.request.header.X" -> "$request.header.X". Undefined
 * for what has no counterpart. Source: rest-api.md 9; http-api.md 8.4.
 */
export function httpMappingSource(source: string): string | undefined {
  const literal = /^'(.*)'$/s.exec(source)
  if (literal) return literal[1]
  const request = /^method\.request\.(header|querystring|path)\.(.+)$/.exec(source)
  if (request) return `$request.${request[1]}.${request[2]}`
  const body = /^method\.request\.body(\..+)?$/.exec(source)
  if (body) return `$request.body${body[1] ?? ''}`
  const context = /^context\.(.+)$/.exec(source)
  if (context) return `$context.${context[1]}`
  const variable = /^stageVariables\.(.+)$/.exec(source)
  return variable ? `$stageVariables.${variable[1]}` : undefined
}

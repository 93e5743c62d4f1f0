import type { Diagnostic } from '../../diagnostic'
import { problem } from './problem'
import { segmentsOf, variableOf } from './resource-nodes'
import type { MethodScope } from './scope'

const PARAMETER = /^method\.request\.(querystring|header|path|multivaluequerystring|multivalueheader)\.(.+)$/

/** Request parameters are named by place and name, each name in one place only. Source: rest-api.md 1.1, 8. */
export function checkMethodParameters({ at, routeKey, path, method }: MethodScope): Diagnostic[] {
  if (!method.requestParameters) return []
  const seen = new Set<string>()
  const variables = new Set(segmentsOf(path).map(variableOf))
  return Object.keys(method.requestParameters).flatMap((parameter): Diagnostic[] => {
    const field = [...at, 'requestParameters', parameter]
    const [, place, name] = PARAMETER.exec(parameter) ?? []
    if (place === undefined || name === undefined) {
      const message = `${routeKey}: "${parameter}" names no request parameter. Write method.request.querystring.NAME, .header.NAME or .path.NAME.`
      return [problem('design/parameter-name-invalid', field, message)]
    }
    if (seen.has(name)) {
      const message = `${routeKey}: ${name}: Parameter names must be unique across querystring, header and path`
      return [problem('design/parameter-name-duplicate', field, message)]
    }
    seen.add(name)
    if (place !== 'path' || variables.has(name)) return []
    const message = `${routeKey}: the path has no variable {${name}}, so this parameter is always missing. Remove it or rename it.`
    return [problem('design/path-parameter-unknown', field, message, 'warning')]
  })
}

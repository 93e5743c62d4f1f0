import { isRecord, memberOf } from '../json-place'
import type { OpenApiContext } from './openapi-context'

/**
 * The path that the document's address ends with, as in "/v1"; "" for none. Swagger: `basePath`. OpenAPI: the default of the server
 * variable `basePath`, else the path of the first server. Source: rest-api.md 17.2 (recorded).
 */
export function basePathOf(context: OpenApiContext): string {
  const { document } = context
  const written = context.dialect === 'swagger2' ? document.text('basePath') : serverBasePath(document.record)
  return tidy(written ?? '')
}

/** What stands before every path of the document, by the chosen treatment of its base path. */
export function pathPrefix(context: OpenApiContext): string {
  const basePath = basePathOf(context)
  const treatment = context.options.basePath ?? 'ignore'
  if (basePath === '') return ''
  if (treatment === 'prepend') return basePath
  if (treatment === 'split')
    return basePath.slice(basePath.indexOf('/', 1) < 0 ? basePath.length : basePath.indexOf('/', 1))
  const pointer = context.dialect === 'swagger2' ? '/basePath' : '/servers/0'
  const message = `The base path "${basePath}" is not part of the resources: the stage's name, or a base path mapping of a custom domain, stands at its place.`
  context.findings.report('import/base-path-ignored', 'info', pointer, message)
  return ''
}

function serverBasePath(document: unknown): string | undefined {
  const servers = memberOf(document, '', 'servers')?.value
  // Some documents have one server without the list around it.
  const list: readonly unknown[] = Array.isArray(servers) ? servers : [servers]
  for (const server of list) {
    const variables = memberOf(server, '', 'variables')?.value
    const variable = memberOf(variables, '', 'basePath')?.value
    const written = memberOf(variable, '', 'default')?.value
    if (typeof written === 'string') return written
  }
  const url = isRecord(list[0]) ? memberOf(list[0], '', 'url')?.value : undefined
  return typeof url === 'string' ? pathOfUrl(url) : undefined
}

/** "https://api.example.com/v1/" -> "/v1/"; "/v1" -> "/v1". */
function pathOfUrl(url: string): string {
  const withoutHost = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
  return withoutHost.replace(/[?#].*$/, '')
}

function tidy(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  return segments.map((segment) => `/${segment}`).join('')
}

import { VERBS } from '@shared/design/method'

/** Verbs that routes are made for, and what ANY stands for. */
export const HTTP_VERBS: ReadonlySet<string> = new Set(VERBS.filter((verb) => verb !== 'ANY'))

/** "$default", or a method ("ANY" included) with a path. */
export type HttpRouteKey =
  { readonly kind: 'default' } | { readonly kind: 'path'; readonly method: string; readonly path: string }

/** "GET /pets/{id}" -> GET and its path; null for what is no route key. Source: http-api.md 4.1. */
export function parseHttpRouteKey(routeKey: string): HttpRouteKey | null {
  if (routeKey === '$default') return { kind: 'default' }
  const [, method = '', path] = /^([A-Z]+) (\/.*)$/s.exec(routeKey) ?? []
  if (path === undefined || (method !== 'ANY' && !HTTP_VERBS.has(method))) return null
  return { kind: 'path', method, path }
}

/** What events of format 1.0 call `resource`: the path of the route, or "$default". */
export function resourcePathOf(routeKey: string): string {
  const key = parseHttpRouteKey(routeKey)
  return key?.kind === 'path' ? key.path : routeKey
}

import { isVerb } from '../method'
import { splitRouteKey } from '../route-key'

const VARIABLE = /^\{[\w.-]+\+?\}$/

/** What is wrong with a route key of an HTTP API, or undefined. Source: http-api.md 4.1. */
export function problemOfHttpRouteKey(routeKey: string): string | undefined {
  if (routeKey === '$default') return undefined
  const { verb, path } = splitRouteKey(routeKey)
  if (!isVerb(verb)) return 'A route key is $default, or a method and a path, as in GET /items'
  if (!path.startsWith('/')) return 'A path begins with /'
  const segments = path.slice(1).split('/')
  if (path !== '/' && segments.includes('')) return 'A path has no empty segments'
  const odd = segments.find((segment) => /[{}\s]/.test(segment) && !VARIABLE.test(segment))
  if (odd !== undefined) return `"${odd}" must be a text, or one whole {name}`
  const greedy = segments.findIndex((segment) => segment.endsWith('+}'))
  return greedy !== -1 && greedy !== segments.length - 1 ? `Nothing can be below ${segments[greedy]}` : undefined
}

/** "GET /pets/{id}" and "GET /pets/{petId}" are one route. Source: http-api.md 4.1. */
export function isSameHttpRoute(one: string, other: string): boolean {
  return withoutNames(one) === withoutNames(other)
}

function withoutNames(routeKey: string): string {
  return routeKey.replace(/\{[^}]*?(\+?)\}/g, '{$1}')
}

import type { RestApi } from '@shared/design/rest-api'

const LITERAL = /^[A-Za-z0-9_\-.,:~]+$/
const VARIABLE = /^\{[^{}/+]+\+?\}$/

/** What is wrong with a path for a REST resource, or undefined. Source: rest-api.md 1.1. */
export function problemOfPath(api: Pick<RestApi, 'resources'>, path: string): string | undefined {
  if (!path.startsWith('/')) return 'A path begins with /'
  if (path === '/') return undefined
  const segments = path.slice(1).split('/')
  if (segments.includes('')) return 'A path has no empty segments'
  const odd = segments.find((segment) => !LITERAL.test(segment) && !VARIABLE.test(segment))
  if (odd !== undefined) return `"${odd}" must be letters, digits and _ - . , : or one whole {name}`
  const greedy = segments.findIndex((segment) => segment.endsWith('+}'))
  if (greedy !== -1 && greedy !== segments.length - 1) return `Nothing can be below ${segments[greedy]}`
  return siblingProblem(api, path)
}

/** At each place of a path there may be one variable only. */
function siblingProblem(api: Pick<RestApi, 'resources'>, path: string): string | undefined {
  const segments = path.slice(1).split('/')
  for (const other of Object.keys(api.resources)) {
    const parts = other.slice(1).split('/')
    const at = segments.findIndex((segment, index) => segment !== parts[index])
    const [mine, theirs] = [segments[at], parts[at]]
    if (mine?.startsWith('{') && theirs?.startsWith('{'))
      return `${other} already has ${theirs} in this place; use ${theirs}`
  }
  return undefined
}

/** What keeps a route from being made or moved here, or undefined. */
export function problemOfRoute(api: Pick<RestApi, 'resources'>, path: string, verb: string): string | undefined {
  const problem = problemOfPath(api, path)
  if (problem !== undefined) return problem
  const methods: Readonly<Record<string, unknown>> = api.resources[path]?.methods ?? {}
  return Object.hasOwn(methods, verb) ? `${verb} ${path} exists already` : undefined
}

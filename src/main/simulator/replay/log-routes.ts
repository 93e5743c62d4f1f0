import { HttpRouter } from '../../engine/http-api/http-router'
import { RestRouter } from '../../engine/router/rest-router'
import { isLogged, type LogEntry } from './log-entry'
import { logTarget, type LogTarget } from './log-target'
import type { ReplayTargets } from './replay-targets'

/** Which route a logged request went to, and for what. */
export interface LoggedRoute {
  /** Index in the runtime. */
  readonly route: number
  /** The path as it was sent with its query, which tells items apart; "" when the log knows the route only. */
  readonly item: string
}

/** Finds routes: by the route a log names, or by the path with the gateway's own router. */
export class LogRoutes {
  private readonly byKey: ReadonlyMap<string, number>
  private readonly router: { match(verb: string, path: string): { readonly value: number } | null }
  private readonly stage: string

  constructor({ protocolType, routes, stage }: ReplayTargets) {
    // Of a route that the stage and its canary have, the stage's: it comes first.
    this.byKey = new Map(routes.map(({ routeKey }, at) => [routeKey, at] as const).toReversed())
    this.router =
      protocolType === 'HTTP'
        ? new HttpRouter(routes.map(({ routeKey }, at) => ({ routeKey, value: at })))
        : new RestRouter(routes.map(({ verb, path }, at) => ({ verb, path, value: at })))
    this.stage = stage
  }

  /** What is wrong, as a text, when there is no such route. */
  find(entry: LogEntry): LoggedRoute | string {
    const target = logTarget(entry)
    const { verb, path } = target
    const resource = isLogged(entry.resourcePath) ? entry.resourcePath : ''
    const named = this.byName(entry.routeKey) ?? this.byName(`${verb} ${resource}`) ?? this.byName(`${verb} ${path}`)
    const route = named ?? this.byPath(verb, resource) ?? this.byPath(verb, path)
    if (route !== undefined) return { route, item: itemOf(target) }
    if (isLogged(entry.routeKey)) return unknown(entry.routeKey)
    if (verb === '' || (resource === '' && path === '')) return 'has no method and path'
    return unknown(`${verb} ${resource === '' ? path : resource}`)
  }

  private byName(routeKey: string): number | undefined {
    return this.byKey.get(routeKey)
  }

  /** Paths are logged with their stage (`$context.path`) or without. */
  private byPath(verb: string, path: string): number | undefined {
    if (path === '') return undefined
    const prefix = `/${this.stage}`
    const isBelow = path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/')
    const below = isBelow ? this.router.match(verb, path.slice(prefix.length)) : null
    return (below ?? this.router.match(verb, path))?.value
  }
}

/** A path with a variable in it is a resource's, not one that was sent. */
function itemOf({ path, query }: LogTarget): string {
  if (path === '' || path.includes('{')) return ''
  return query === '' ? path : `${path}?${query}`
}

function unknown(routeKey: string): string {
  return `calls ${routeKey}, which the API does not have`
}

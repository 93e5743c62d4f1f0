import type { V2Api } from '@shared/design/v2-api'
import { isSameHttpRoute, problemOfHttpRouteKey } from '@shared/design/v2-rules/http-route-rule'
import { problemOfWebSocketRouteKey } from '@shared/design/v2-rules/websocket-route-rule'

/** What keeps a route from being made or moved here, or undefined. `except` is the route that moves. */
export function problemOfV2Route(api: V2Api, routeKey: string, except: string | null): string | undefined {
  const others = Object.keys(api.routes).filter((key) => key !== except)
  if (others.includes(routeKey)) return `${routeKey} exists already`
  return api.protocolType === 'HTTP' ? problemOfHttpRoute(others, routeKey) : problemOfWebSocketRouteKey(routeKey)
}

function problemOfHttpRoute(others: readonly string[], routeKey: string): string | undefined {
  const problem = problemOfHttpRouteKey(routeKey)
  if (problem !== undefined) return problem
  const same = others.find((other) => isSameHttpRoute(other, routeKey))
  return same === undefined ? undefined : `${same} takes the same requests: names of variables do not tell routes apart`
}

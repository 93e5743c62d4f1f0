import type { ClientMessage } from './client-message'
import { compileSelection } from './selection-expression'

/** Takes every message that has no route of its own. */
export const DEFAULT_ROUTE = '$default'
export const CONNECT_ROUTE = '$connect'
export const DISCONNECT_ROUTE = '$disconnect'

/** Which route a message goes to; null when none takes it. */
export type RouteChoice = (message: ClientMessage) => string | null

/**
 * Compile `routeSelectionExpression` over the keys of an API's routes. A message that is no JSON goes to `$default`; so does one whose
 * result is no key, character for character. A message cannot name the three routes that begin with a dollar.
 * Source: websocket-api.md 4.2.
 */
export function compileRouteChoice(expression: string, routeKeys: readonly string[]): RouteChoice {
  const fallback = routeKeys.includes(DEFAULT_ROUTE) ? DEFAULT_ROUTE : null
  const own = new Set(routeKeys.filter((key) => key !== '' && !key.startsWith('$')))
  const evaluate = compileSelection(expression)
  return (message) => {
    if (message.json === undefined) return fallback
    const key = evaluate({ message })
    return own.has(key) ? key : fallback
  }
}

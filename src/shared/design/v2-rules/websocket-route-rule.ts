const SPECIAL = ['$connect', '$disconnect', '$default']

/** What is wrong with a route key of a WebSocket API, or undefined. Source: websocket-api.md 4. */
export function problemOfWebSocketRouteKey(routeKey: string): string | undefined {
  if (routeKey === '') return 'A route key is what the selection expression gives, as in sendMessage'
  if (routeKey.startsWith('$') && !SPECIAL.includes(routeKey)) {
    return 'Only $connect, $disconnect and $default begin with $'
  }
  return routeKey.length > 128 ? 'At most 128 characters' : undefined
}

import type { Scenario } from '@shared/design/scenario'
import type { ConnectionSource, MessageAnswer, WebSocketModel } from '@shared/design/web-socket-scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'

/** Handshakes a second, of clients that stay two minutes on average: some six hundred are connected at a time. */
const STEADY_RATE = 5
const STAY_MS = 120_000

/** A first scenario for a WebSocket API: clients come and go, talk in rooms, and one in ten vanishes without a word. */
export function webSocketScenario(api: WebSocketApi): Omit<Scenario, 'name' | 'apiId' | 'stage'> {
  return {
    durationInSeconds: 1200,
    seed: 42,
    sources: [],
    connections: [defaultConnections(api)],
    webSocket: defaultModel(api),
    backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.4 } } },
    ...(asksWho(api) ? { authorizer: { latency: { distribution: 'CONSTANT', valueMs: 40 } } } : {}),
    checks: [{ metric: 'refusedConnects', operator: '==', value: 0 }],
  }
}

/** Clients that send to every route of the API. */
export function defaultConnections(api: WebSocketApi, name = 'Clients'): ConnectionSource {
  const routes = messageRoutes(api)
  return {
    name,
    shape: { type: 'POISSON', ratePerSecond: STEADY_RATE },
    stay: { distribution: 'EXPONENTIAL', meanMs: STAY_MS },
    leavesSilently: 0.1,
    ...(routes.length > 0 && {
      messages: { ratePerSecond: 0.1, routes: Object.fromEntries(routes.map((routeKey) => [routeKey, 1])) },
    }),
    ...(asksWho(api) && { identities: { count: 500, distribution: 'UNIFORM' as const } }),
  }
}

/** The routes that clients can send to: all but those which the gateway calls. The first choice leaves `$default` out. */
export function messageRoutes({ routes }: WebSocketApi): string[] {
  const own = Object.keys(routes).filter((routeKey) => !routeKey.startsWith('$'))
  return own.length > 0 || !Object.hasOwn(routes, '$default') ? own : ['$default']
}

/** What looks like a message to others goes to the room; routes with a reply reply. */
function defaultModel(api: WebSocketApi): WebSocketModel {
  const answers = messageRoutes(api).flatMap((routeKey): [string, MessageAnswer][] => {
    const isForOthers = /send|message|chat|post|broadcast|publish/i.test(routeKey)
    const replies = api.routes[routeKey]?.routeResponseSelectionExpression !== undefined
    const answer: MessageAnswer = {
      ...(replies && { reply: true }),
      ...(isForOthers && { broadcast: 'ROOM' as const }),
    }
    return replies || isForOthers ? [[routeKey, answer]] : []
  })
  return { rooms: { count: 50, distribution: 'ZIPF', exponent: 1 }, answers: Object.fromEntries(answers) }
}

function asksWho({ routes }: WebSocketApi): boolean {
  return routes['$connect']?.authorizerId !== undefined
}

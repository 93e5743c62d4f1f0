import type { Diagnostic } from '../../diagnostic'
import type { Api } from '../api'
import type { Scenario } from '../scenario'
import type { ServerPush, WebSocketModel } from '../web-socket-scenario'
import type { WebSocketApi } from '../websocket-api'
import { checkLatency } from './check-latency'
import { checkMessageBytes } from './check-message-bytes'
import { checkPopularity } from './check-popularity'
import { checkShare } from './check-share'
import { checkTrafficShape } from './check-traffic-shape'
import { isWholeWithin } from './numbers'
import { problem, unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** More calls of @connections than that at a time are one burst to every reader of a chart. */
const MOST_PARALLEL_POSTS = 1000
/** Each room is kept as a list. */
const MOST_ROOMS = 1_000_000

/** What the backends of a WebSocket API send, to rooms and connections. */
export function checkWebSocketModel(
  { webSocket }: Scenario,
  targets: ScenarioTargets,
  api: Api | undefined,
): Diagnostic[] {
  if (webSocket === undefined) return []
  const { rooms, pushes = [], lostDisconnects, postLatency, parallelPosts } = webSocket
  const at: Path = ['webSocket']
  return [
    ...checkPopularity('Rooms', rooms, [...at, 'rooms']),
    ...unless(
      rooms === undefined || !(rooms.count > MOST_ROOMS),
      'scenario/connections-invalid',
      [...at, 'rooms', 'count'],
      () => `Rooms: count is ${rooms!.count}. Give at most ${MOST_ROOMS.toLocaleString('en-US')}.`,
    ),
    ...checkAnswers(webSocket, at, targets),
    ...(api?.protocolType === 'WEBSOCKET' ? checkReplies(webSocket, at, api) : []),
    ...pushes.flatMap((push, index) => checkPush(push, [...at, 'pushes', index])),
    ...checkShare('lostDisconnects', lostDisconnects, [...at, 'lostDisconnects']),
    ...checkLatency('postLatency', postLatency, [...at, 'postLatency']),
    ...unless(
      parallelPosts === undefined || isWholeWithin(parallelPosts, 1, MOST_PARALLEL_POSTS),
      'scenario/connections-invalid',
      [...at, 'parallelPosts'],
      () => `parallelPosts is ${parallelPosts}. Give a whole number from 1 to 1,000.`,
    ),
  ]
}

function checkAnswers({ answers = {} }: WebSocketModel, at: Path, { routeKeys }: ScenarioTargets): Diagnostic[] {
  return Object.entries(answers).flatMap(([routeKey, answer]) => [
    ...unless(
      !routeKeys || routeKeys.has(routeKey),
      'scenario/route-unknown',
      [...at, 'answers', routeKey],
      () => `There is an answer for ${routeKey}, which does not exist. Remove it.`,
    ),
    ...checkMessageBytes(`Answer of ${routeKey}`, answer.bytes, [...at, 'answers', routeKey, 'bytes']),
  ])
}

/** The service drops what a backend answers where the route has no route response. Source: websocket-api.md 5. */
function checkReplies({ answers = {} }: WebSocketModel, at: Path, { routes }: WebSocketApi): Diagnostic[] {
  return Object.entries(answers).flatMap(([routeKey, { reply }]) => {
    const route = Object.hasOwn(routes, routeKey) ? routes[routeKey] : undefined
    return unless(
      !reply || route === undefined || route.routeResponseSelectionExpression !== undefined,
      'scenario/connections-invalid',
      [...at, 'answers', routeKey, 'reply'],
      () => `Route ${routeKey} has no route response, so its clients get no reply. Turn replies on in the design.`,
      'warning',
    )
  })
}

function checkPush({ name, shape, bytes }: ServerPush, at: Path): Diagnostic[] {
  const label = `Push ${name}`
  return [
    ...checkTrafficShape(label, shape, [...at, 'shape']),
    ...(shape.type === 'CLOSED_LOOP' || shape.type === 'REPLAY'
      ? [
          problem(
            'scenario/connections-invalid',
            [...at, 'shape', 'type'],
            `${label}: a backend that sends by itself has no users and no access log. Choose another shape.`,
          ),
        ]
      : []),
    ...checkMessageBytes(label, bytes, [...at, 'bytes']),
  ]
}

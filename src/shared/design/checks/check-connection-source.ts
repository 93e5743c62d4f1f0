import type { Diagnostic } from '../../diagnostic'
import type { ConnectionSource, MessageTraffic } from '../web-socket-scenario'
import { checkLatency } from './check-latency'
import { checkMessageBytes } from './check-message-bytes'
import { checkPopularity } from './check-popularity'
import { checkRate } from './check-rate'
import { checkRouteWeights } from './check-route-weights'
import { checkShare } from './check-share'
import { checkSourceKeys } from './check-source-keys'
import { checkTrafficShape } from './check-traffic-shape'
import { isNumberWithin, isWholeWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

const SHARES = ['leavesSilently', 'missingTokens', 'expiredTokens', 'deniedIdentities', 'wrongApiKeys'] as const

/** Routes that no message goes to. */
const NOT_FOR_MESSAGES = new Set(['$connect', '$disconnect'])

/** Who connects to a WebSocket API, how long they stay, what they send. */
export function checkConnectionSource(source: ConnectionSource, at: Path, targets: ScenarioTargets): Diagnostic[] {
  const label = `Connections ${source.name}`
  const { pingsEverySeconds, joins } = source
  return [
    ...checkTrafficShape(label, source.shape, [...at, 'shape']),
    ...unless(
      source.shape.type !== 'REPLAY',
      'scenario/connections-invalid',
      [...at, 'shape', 'type'],
      () => `${label}: an access log does not say how long clients stayed. Choose another shape.`,
    ),
    ...checkLatency(`${label}, stay`, source.stay, [...at, 'stay']),
    ...checkLatency(`${label}, reconnectAfter`, source.reconnectAfter, [...at, 'reconnectAfter']),
    ...SHARES.flatMap((share) => checkShare(`${label}: ${share}`, source[share], [...at, share])),
    ...unless(
      pingsEverySeconds === undefined || isNumberWithin(pingsEverySeconds, 1),
      'scenario/connections-invalid',
      [...at, 'pingsEverySeconds'],
      () => `${label}: pingsEverySeconds is ${pingsEverySeconds}. Give 1 or more, or leave it out.`,
    ),
    ...unless(
      joins === undefined || isWholeWithin(joins, 0, MOST_ROOMS),
      'scenario/connections-invalid',
      [...at, 'joins'],
      () => `${label}: joins is ${joins}. Give a whole number of rooms from 0 to ${MOST_ROOMS}.`,
    ),
    ...checkSourceKeys(label, source.apiKeys, [...at, 'apiKeys'], targets),
    ...checkPopularity(`${label}, identities`, source.identities, [...at, 'identities']),
    ...checkMessages(label, source.messages, [...at, 'messages'], targets),
  ]
}

/** Of one connection: each of them is drawn and kept. */
const MOST_ROOMS = 100

function checkMessages(
  label: string,
  messages: MessageTraffic | undefined,
  at: Path,
  targets: ScenarioTargets,
): Diagnostic[] {
  if (messages === undefined) return []
  const reserved = Object.keys(messages.routes).filter((routeKey) => NOT_FOR_MESSAGES.has(routeKey))
  return [
    ...checkRate(`${label}, messages`, 'ratePerSecond', messages.ratePerSecond, at),
    ...checkRouteWeights(label, messages.routes, [...at, 'routes'], targets, false),
    ...reserved.flatMap((routeKey) =>
      unless(
        false,
        'scenario/connections-invalid',
        [...at, 'routes', routeKey],
        () => `${label}: no message goes to ${routeKey}, which is called by the gateway. Choose another route.`,
      ),
    ),
    ...checkMessageBytes(`${label}, messages`, messages.bytes, [...at, 'bytes']),
    ...checkShare(`${label}: invalidBodies`, messages.invalidBodies, [...at, 'invalidBodies']),
  ]
}

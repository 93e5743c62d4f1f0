import { judged, skipped, type CaseResult } from '../../conformance-suite'
import type { Observed } from './play-case'
import { shapeDifference, subsetDifference } from './shape-difference'
import { membersOf, type WebSocketCase } from './websocket-case'

/** What is wrong with what was seen, or undefined. */
type Judge = (expected: unknown, seen: Observed, one: WebSocketCase) => string | undefined

const ISO_TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** By member of `expect`. One that is not here cannot be judged. */
const JUDGES: Readonly<Record<string, Judge>> = {
  handshakeStatus: (expected, { handshake }) => same('handshakeStatus', expected, handshake?.status),
  handshakeBody: (expected, { handshake }) => same('handshakeBody', expected, handshake?.body),
  headers: (expected, { handshake }) => subsetDifference(expected, handshake?.headers, 'headers'),
  headersAbsent: (expected, { handshake }) => present(expected, handshake?.headers ?? {}),
  subprotocol: (expected, { handshake }) => same('subprotocol', expected, chosenSubprotocol(handshake)),
  selectedSubprotocol: (expected, { handshake }) => same('selectedSubprotocol', expected, chosenSubprotocol(handshake)),
  responseHeaders: (expected, { handshake }) => subsetDifference(lowerCased(expected), handshake?.headers, 'headers'),
  authorizerInvoked: (expected, { authorizerEvent }) => same('authorizerInvoked', expected, authorizerEvent !== null),
  connectInvoked: (expected, { connectEvent }) => same('connectInvoked', expected, connectEvent !== null),
  integrationInvoked: (expected, { messageEvent }) => same('integrationInvoked', expected, messageEvent !== null),
  evaluated: (expected, { evaluated }) => same('evaluated', expected, evaluated),
  routeKey: (expected, { incoming }) => same('routeKey', expected, incoming[0]?.routeKey),
  frame: (expected, { frames }) => same('frame', expected, frames[0]),
  frames: (expected, { frames }) => same('frames', expected, frames),
  framesSent: (expected, { frames }) => same('framesSent', expected, frames.length),
  frameReceived: (expected, { frames }) => same('frameReceived', expected, frames.length > 0),
  frameRegex: (expected, { frames }) => matches(expected, frames[0]),
  frameJson: (expected, seen) => sameJson(expected, seen),
  connectionStaysOpen: (expected, { isOpen }) => same('connectionStaysOpen', expected, isOpen),
  connectionOpen: (expected, { isOpen }) => same('connectionOpen', expected, isOpen),
  closeCode: (expected, { closeCode }) => same('closeCode', expected, closeCode),
  accepted: (expected, { incoming, isOpen }) => same('accepted', expected, isOpen && incoming.length > 0),
  messageBytes: (expected, { incoming }) => same('messageBytes', expected, incoming[0]?.bytes),
  status: (expected, { http }) => same('status', expected, http?.status),
  errorType: (expected, { http }) => same('errorType', expected, http?.errorType),
  body: (expected, { http }) => same('body', expected, http?.body),
  bodyKeys: (expected, { http }) => same('bodyKeys', sorted(expected), sorted(Object.keys(jsonOf(http)))),
  identityKeys: (expected, { http }) =>
    same('identityKeys', sorted(expected), sorted(Object.keys(membersOf(jsonOf(http)['identity'])))),
  timestamps: (_expected, { http }) => notIso(http),
  disconnectEvent: (expected, { disconnectEvent }) =>
    subsetDifference(expected, membersOf(disconnectEvent)['requestContext'], 'disconnectEvent'),
  shape: (expected, seen, one) => shapeDifference(expected, eventOf(seen, one), 'event'),
  eventSubset: (expected, seen, one) => subsetDifference(expected, eventOf(seen, one), 'event'),
  lambdaEventSubset: (expected, seen, one) => subsetDifference(expected, eventOf(seen, one), 'event'),
  methodArnRegex: (expected, { authorizerEvent }) => matches(expected, membersOf(authorizerEvent)['methodArn']),
  absent: (expected, seen, one) => present(expected, membersOf(eventOf(seen, one))),
}

/** Hold what was seen against every member of the expectation. */
export function judgeCase(one: WebSocketCase, seen: Observed): CaseResult {
  const differences = Object.entries(one.expect).map(([name, expected]) => JUDGES[name]!(expected, seen, one))
  return judged(
    one.id,
    differences.find((difference) => difference !== undefined),
  )
}

/** Null when every member of the expectation can be judged. */
export function unjudged({ expect, id }: WebSocketCase): CaseResult | null {
  const names = Object.keys(expect)
  const unknown = names.find((name) => !Object.hasOwn(JUDGES, name))
  if (unknown !== undefined) return skipped(id, `the expectation "${unknown}" cannot be judged`)
  return names.length === 0 ? skipped(id, 'nothing is expected') : null
}

function same(name: string, expected: unknown, actual: unknown): string | undefined {
  return subsetDifference(expected, actual ?? null, name)
}

function matches(expected: unknown, actual: unknown): string | undefined {
  const isMatch = typeof actual === 'string' && new RegExp(String(expected)).test(actual)
  return isMatch ? undefined : `expected ${String(expected)}, found ${JSON.stringify(actual)}`
}

/** `{x}` in an expected text stands for anything. */
function sameJson(expected: unknown, { frames }: Observed): string | undefined {
  const [frame] = frames
  if (frame === undefined) return 'no frame came'
  const found = membersOf(JSON.parse(frame))
  return Object.entries(membersOf(expected))
    .map(([name, value]) => {
      const isPlaceholder = typeof value === 'string' && /^\{.*\}$/.test(value)
      return isPlaceholder ? undefined : subsetDifference(value, found[name], `frame.${name}`)
    })
    .find((difference) => difference !== undefined)
}

function eventOf(seen: Observed, { area, given }: WebSocketCase): unknown {
  if (area === 'authorizer-event') return seen.authorizerEvent
  if (given['eventType'] === 'DISCONNECT') return seen.disconnectEvent
  return given['eventType'] === 'MESSAGE' ? seen.messageEvent : seen.connectEvent
}

function present(names: unknown, members: Readonly<Record<string, unknown>>): string | undefined {
  const found = (Array.isArray(names) ? names.map(String) : []).find((name) => valueAt(members, name) !== undefined)
  return found === undefined ? undefined : `${found} is there`
}

/** "requestContext.accountId" -> what is there. */
function valueAt(members: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => membersOf(value)[name], members)
}

function chosenSubprotocol(handshake: Observed['handshake']): string | null {
  return handshake?.headers['sec-websocket-protocol'] ?? null
}

function lowerCased(expected: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(membersOf(expected)).map(([name, value]) => [name.toLowerCase(), value]))
}

function sorted(names: unknown): unknown {
  return Array.isArray(names) ? names.map(String).sort() : names
}

function jsonOf(http: Observed['http']): Readonly<Record<string, unknown>> {
  return http === null ? {} : membersOf(JSON.parse(http.body === '' ? '{}' : http.body))
}

function notIso(http: Observed['http']): string | undefined {
  const { connectedAt, lastActiveAt } = jsonOf(http)
  const wrong = [connectedAt, lastActiveAt].find((value) => typeof value !== 'string' || !ISO_TIMESTAMP.test(value))
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} is no timestamp`
}

import type { IncomingMessage } from 'node:http'
import { CLOSED_BY_MANAGEMENT } from '../../engine/websocket-api/disconnect-reason'
import type { Answer } from '../answers/answer'
import { plainAnswer } from '../answers/gateway-answer'
import type { Arrival } from '../request/arrival'
import { readBody } from '../request/read-body'
import type { ServedCore } from '../served-core'
import { closeConnection } from './close-connection'
import type { Connection } from './connection'
import { managementRefusal } from './management-caller'
import { routeArn } from './route-arn'
import { isBacklogFull, LARGEST_MESSAGE, sendText } from './send-text'
import { outgoing } from './serve-message'

/** A call to `@connections`: which connection, of which stage. */
export interface ManagedConnection {
  readonly apiId: string
  readonly stage: string
  readonly connectionId: string
}

/** "/@connections/R1kmxc2VNjMCFIA%3D" -> the id. Null for any other path. */
export function managedId(rest: string): string | null {
  const [, id] = /^\/(?:@|%40)connections\/([^/]+)$/i.exec(rest) ?? []
  if (id === undefined) return null
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/**
 * Post to a connection, ask about it, or end it. Null when the caller has gone. Departure: who posts more than a client reads is answered
 * 429 once four megabytes wait; the service's own limit is not known.
 * Source: websocket-api.md 9.
 */
export async function manageConnection(
  core: ServedCore,
  request: IncomingMessage,
  arrival: Arrival,
  managed: ManagedConnection,
): Promise<Answer | null> {
  const { apiId, connectionId, stage } = managed
  const { design, ports, runtime } = core
  const reading = await readBody(request, LARGEST_MESSAGE)
  if (reading.kind === 'broken-off') return null
  const isTooLarge = reading.kind === 'too-large'
  const body = reading.kind === 'read' ? reading.body : Buffer.alloc(0)
  const arn = routeArn(design, apiId, stage, `${arrival.verb}/@connections/${connectionId}`)
  // A body that was not read cannot be held against its signature; it is refused either way.
  const refusal = managementRefusal(
    isTooLarge ? new Map() : core.callerPorts.iamKeys,
    arrival,
    body,
    design.region,
    arn,
  )
  if (refusal !== null) return refusal
  if (isTooLarge) return TOO_LARGE
  if (!runtime.accountBucket.take(0, ports.clock.now())) return TOO_MANY
  const connection = ports.connections.find(connectionId)
  if (connection?.apiId !== apiId || connection.stage !== stage) return GONE
  return answerCall(core, arrival.verb, connection, body)
}

function answerCall(
  { ports: { connections } }: ServedCore,
  verb: string,
  connection: Connection,
  body: Buffer,
): Answer {
  if (verb === 'GET') return describe(connection, connections.lastActive(connection))
  if (verb === 'DELETE') {
    closeConnection(connection, CLOSED_BY_MANAGEMENT)
    return { status: 204, headers: [], body: Buffer.alloc(0) }
  }
  if (isBacklogFull(connection)) return TOO_MANY
  const text = body.toString('utf8')
  sendText(connection, text)
  connections.touch(connection)
  if (connections.feed.isWatched) connections.feed.frame({ ...outgoing(connection, text), isPush: true })
  return { status: 200, headers: [], body: Buffer.alloc(0) }
}

function describe({ connectedAt, sourceIp, userAgent }: Connection, lastActiveAt: number): Answer {
  const iso = (epochMs: number): string => new Date(epochMs).toISOString()
  const identity = { sourceIp, userAgent }
  const members = { connectedAt: iso(connectedAt), identity, lastActiveAt: iso(lastActiveAt) }
  return { status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(members)) }
}

/** Without a body: what SDKs make of it is a GoneException all the same. Source: websocket-api.md 9. */
const GONE: Answer = { status: 410, headers: [['x-amzn-ErrorType', 'GoneException']], body: Buffer.alloc(0) }
const TOO_LARGE = plainAnswer(413, `Payload is over ${LARGEST_MESSAGE} bytes`, 'PayloadTooLargeException')
const TOO_MANY = plainAnswer(429, 'Rate exceeded', 'LimitExceededException')

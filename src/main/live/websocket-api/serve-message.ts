import type { FrameEvent } from '@shared/contract/websocket'
import { OUTCOMES, OUTCOME_INFO } from '@shared/outcome'
import { ABSENT, type Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { BAD_REQUEST_BODY, INTEGRATION_TIMEOUT } from '../../engine/outcome'
import { advance, integrated } from '../../engine/pipeline/advance'
import { CALL_INTEGRATION } from '../../engine/verdict'
import { readMessage } from '../../engine/websocket-api/client-message'
import {
  badBodyFrame,
  errorFrame,
  FORBIDDEN_MESSAGE,
  INTERNAL_ERROR_MESSAGE,
} from '../../engine/websocket-api/error-frame'
import { replyTo } from '../../engine/websocket-api/reply'
import { integrationFailed, notCallable, type WebSocketAnswer } from '../../engine/websocket-api/web-socket-answer'
import { withinLimit } from '../serve-flight'
import type { ServedCore } from '../served-core'
import type { Connection } from './connection'
import { callIntegration } from './integrations/call-integration'
import { answerMock } from './integrations/mock'
import type { LiveWebSocketStage } from './live-web-socket-stage'
import { closeFlight, openFlight } from './open-flight'
import { outcomeOfAnswer } from './outcome-of-answer'
import { messageOfOutcome } from './refusal-of-outcome'
import { isBacklogFull, LARGEST_MESSAGE, sendText } from './send-text'
import { WebSocketCall, type WebSocketCalls } from './web-socket-call'
import { webSocketId } from './web-socket-id'

/** Messages of one client whose integrations may be waited for; it is not read from while there are more. */
const MOST_IN_FLIGHT = 256

/** A message that is over, for those who watch. */
type Told = Pick<FrameEvent, 'routeKey' | 'status' | 'integrationMs' | 'problem' | 'trace'>

/** Takes the messages of clients through the core to their integrations, and replies. Source: websocket-api.md 4 to 6. */
export class MessageServer {
  private readonly core: ServedCore
  private readonly calls: WebSocketCalls
  /** Index of each key in the design, by its id. */
  private readonly keyIndexes: ReadonlyMap<string, number>

  constructor(core: ServedCore, calls: WebSocketCalls) {
    this.core = core
    this.calls = calls
    this.keyIndexes = new Map(core.design.apiKeys.map(({ id }, index) => [id, index]))
  }

  /** The index of the key that a connection was accepted with; ABSENT when the design has it no more. */
  keyOf({ apiKey }: Connection): number {
    return apiKey === null ? ABSENT : (this.keyIndexes.get(apiKey.id) ?? ABSENT)
  }

  /** What works without waiting is answered before this returns. */
  serve(connection: Connection, stage: LiveWebSocketStage, data: Buffer): void {
    const { clock } = this.core.ports
    connection.received++
    connection.bill(data.length)
    const message = readMessage(data.toString('utf8'))
    const now = clock.now()
    const routeKey = stage.chooseRoute(message)
    if (routeKey === null) return this.refuseUnrouted(connection, message.text, data.length, now)
    const route = stage.routes.get(routeKey)!
    const call = new WebSocketCall(connection, stage, route, 'MESSAGE', clock.wall(), message)
    const flight = openFlight(this.core, this.calls, call, this.keyOf(connection), now)
    if (advance(this.core.runtime, flight, now) !== CALL_INTEGRATION) return this.refuse(call, flight, now)
    const { integration } = route
    if (integration === null) {
      const nobody = 'the route has no integration'
      const answer = route.isTwoWay ? integrationFailed(nobody) : NOTHING_DONE
      this.finish(call, flight, answer, now)
    } else if (integration.settings.integrationType === 'MOCK' && integration.settings.fault === undefined) {
      this.finish(
        call,
        flight,
        this.guarded(call, () => answerMock(integration, call, this.core.mapping)),
        now,
      )
    } else void this.wait(call, flight, now)
  }

  private async wait(call: WebSocketCall, flight: Flight, startedAt: Millis): Promise<void> {
    const { connection, route } = call
    const { core } = this
    const { clock } = core.ports
    connection.inFlight++
    if (connection.inFlight === MOST_IN_FLIGHT) connection.ws?.pause()
    const limit = core.runtime.timeout[route.index]!
    const ports = { ...core.ports, mapping: core.mapping }
    const late = integrationFailed(`no answer within ${limit} ms`)
    const answer = await withinLimit<WebSocketAnswer>(clock, limit, late, (signal) =>
      callIntegration(ports, route.integration!, call, limit, signal),
    ).catch((error: unknown) => this.bug(call, error))
    call.integrationMs = clock.now() - startedAt
    connection.inFlight--
    if (connection.inFlight === MOST_IN_FLIGHT - 1) connection.ws?.resume()
    this.finish(call, flight, answer, startedAt, answer === late)
  }

  private finish(
    call: WebSocketCall,
    flight: Flight,
    answer: WebSocketAnswer,
    startedAt: Millis,
    isLate = false,
  ): void {
    const { clock, log } = this.core.ports
    const { integration, isTwoWay } = call.route
    const outcome = isLate ? INTEGRATION_TIMEOUT : outcomeOfAnswer(answer)
    integrated(this.core.runtime, flight, outcome, ABSENT, clock.now())
    const trace = closeFlight(this.core, this.calls, flight)
    const problem = answer.problem ?? null
    if (problem !== null) log(`${call.name}: ${problem}`)
    this.tell(call, startedAt, { status: answer.status, problem, trace })
    const reply = replyTo(answer, isTwoWay, integration?.settings.integrationType === 'AWS_PROXY')
    if (reply.kind === 'frame') this.send(call, reply.text)
    else if (reply.kind === 'error') this.send(call, errorFrame(reply.message, idsOf(call)))
  }

  /** The core has stopped it: a throttle, a quota, a model. The connection stays open. */
  private refuse(call: WebSocketCall, flight: Flight, now: Millis): void {
    const { outcome } = flight
    const trace = closeFlight(this.core, this.calls, flight)
    const { status } = OUTCOME_INFO[OUTCOMES[outcome]!]
    this.tell(call, now, { status, problem: call.validationErrorString, trace })
    const isBadBody = outcome === BAD_REQUEST_BODY
    const text = isBadBody
      ? badBodyFrame(call.connection.connectionId, call.messageId!)
      : errorFrame(messageOfOutcome(outcome), idsOf(call))
    this.send(call, text)
  }

  private refuseUnrouted(connection: Connection, text: string, bytes: number, startedAt: Millis): void {
    const { connectionId } = connection
    this.tellOf(connection, text, bytes, startedAt, NO_ROUTE)
    this.sendTo(connection, errorFrame(FORBIDDEN_MESSAGE, { connectionId, requestId: webSocketId() }))
  }

  private send(call: WebSocketCall, text: string): void {
    const isTooLarge = text.length > LARGEST_MESSAGE / 3 && Buffer.byteLength(text) > LARGEST_MESSAGE
    if (isTooLarge) this.core.ports.log(`${call.name}: the reply is over ${LARGEST_MESSAGE} bytes and was not sent`)
    this.sendTo(call.connection, isTooLarge ? errorFrame(INTERNAL_ERROR_MESSAGE, idsOf(call)) : text)
  }

  /** Who does not read gets nothing more, and is let go. */
  private sendTo(connection: Connection, text: string): void {
    const { connections } = this.core.ports
    if (!connection.isOpen) return
    if (isBacklogFull(connection)) {
      connection.ws?.terminate()
      return
    }
    sendText(connection, text)
    connections.touch(connection)
    if (connections.feed.isWatched) connections.feed.frame(outgoing(connection, text))
  }

  private tell(call: WebSocketCall, startedAt: Millis, told: Pick<Told, 'status' | 'problem' | 'trace'>): void {
    if (!this.core.ports.connections.feed.isWatched) return
    const { connection, integrationMs, message, route } = call
    const bytes = Buffer.byteLength(message.text)
    this.tellOf(connection, message.text, bytes, startedAt, { ...told, routeKey: route.routeKey, integrationMs })
  }

  private tellOf({ connectionId }: Connection, text: string, bytes: number, startedAt: Millis, told: Told): void {
    const { clock, connections } = this.core.ports
    if (!connections.feed.isWatched) return
    const durationMs = clock.now() - startedAt
    connections.feed.frame({ connectionId, direction: 'in', text, bytes, durationMs, ...told })
  }

  /** A defect of our own must not end the server. */
  private guarded(call: WebSocketCall, work: () => WebSocketAnswer): WebSocketAnswer {
    try {
      return work()
    } catch (error) {
      return this.bug(call, error)
    }
  }

  private bug(call: WebSocketCall, error: unknown): WebSocketAnswer {
    const what = error instanceof Error ? error.stack : String(error)
    this.core.ports.log(`${call.name}: a message met a bug in Gatewright. ${what}`)
    return notCallable('a bug in Gatewright')
  }
}

const NOTHING_DONE: WebSocketAnswer = { kind: 'response', status: 200, headers: [], body: '' }

const NO_ROUTE: Told = {
  routeKey: null,
  status: 403,
  integrationMs: null,
  problem: 'no route has the key of the message, and there is no $default route',
}

function idsOf({ connection, requestId }: WebSocketCall) {
  return { connectionId: connection.connectionId, requestId }
}

/** A message to a client, for those who watch. */
export function outgoing({ connectionId }: Connection, text: string) {
  const nothing = { routeKey: null, status: null, durationMs: null, integrationMs: null, problem: null }
  return { connectionId, direction: 'out' as const, text, bytes: Buffer.byteLength(text), ...nothing }
}

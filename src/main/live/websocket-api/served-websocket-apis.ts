import type { IncomingMessage } from 'node:http'
import type { Trace } from '@shared/trace'
import { assumptionsOf } from '../../engine/compile/route-plan'
import { headerValue } from '../../engine/mapping/header-list'
import { parseQuery } from '../../engine/mapping/query-string'
import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import { refusedHandshake, type HandshakeAnswer } from '../../engine/websocket-api/handshake-answer'
import type { Upgrade } from '../answer-upgrade'
import { withServiceHeaders, type Answer } from '../answers/answer'
import { plainAnswer } from '../answers/gateway-answer'
import { eventHeaders } from '../events/event-headers'
import { NO_LOG } from '../execution-log/read-log'
import type { Reply } from '../reply'
import type { ApiPlace } from '../request/api-place'
import type { Arrival } from '../request/arrival'
import { callerOf } from '../request/caller-of'
import type { ServedCore } from '../served-core'
import { traceId } from './backend-call'
import { ConnectHost } from './connect-client'
import { Connection } from './connection'
import { connectionRow } from './connection-row'
import type { ConnectionServer } from './connection-table'
import { handshakeProblem } from './handshake-problem'
import { stageKey, webSocketStages, type LiveWebSocketStage } from './live-web-socket-stage'
import { manageConnection, managedId } from './manage-connection'
import { isOriginAllowed } from './origin-check'
import { serveDisconnect } from './serve-disconnect'
import { MessageServer } from './serve-message'
import type { SocketServer } from './socket-server'
import { stageOfPlace } from './stage-of-place'
import { WebSocketCall, WebSocketCalls } from './web-socket-call'
import { WebSocketFacts } from './web-socket-facts'
import { writeRefusal } from './write-refusal'

/** The WebSocket APIs of a served design. Open connections go on with the newest of these. */
export class ServedWebSocketApis implements ConnectionServer {
  readonly isKeptByPings: boolean
  private readonly core: ServedCore
  private readonly stages: ReadonlyMap<string, LiveWebSocketStage>
  private readonly calls = new WebSocketCalls()
  private readonly messages: MessageServer
  private sockets: Promise<SocketServer> | null = null

  constructor(core: ServedCore) {
    this.core = core
    this.stages = webSocketStages(core.design, core.runtime)
    this.messages = new MessageServer(core, this.calls)
    this.isKeptByPings = assumptionsOf(core.design).pingKeepsConnection
    core.facts.answerFor(core.runtime, 'WEBSOCKET', new WebSocketFacts(this.calls))
  }

  /** A client that wants to connect. Whatever becomes of it, the socket is answered or ended here. */
  upgrade(upgrade: Upgrade, arrival: Arrival, place: ApiPlace): void {
    const { socket } = upgrade
    // A client that goes away while its integration decides must not end the program.
    const onError = (): void => void socket.destroy()
    socket.on('error', onError)
    const { connections } = this.core.ports
    connections.hold(socket)
    this.connect(upgrade, arrival, place)
      .catch((error: unknown): Refused => ({ answer: this.bug(error) }))
      .then((refused) => {
        if (refused !== null) this.refuse(upgrade, arrival, place, refused)
        else socket.off('error', onError)
      })
      .catch((error: unknown) => {
        this.bug(error)
        socket.destroy()
      })
      .finally(() => connections.release(socket))
  }

  /** Calls to `@connections`, and every other request that does not ask to connect. Null when the client has gone. */
  async manage(request: IncomingMessage, arrival: Arrival, place: ApiPlace): Promise<Reply | null> {
    const found = this.find(place)
    if (found === null) return this.reply(arrival, MISSING_TOKEN)
    const { rest, stage } = found
    const connectionId = MANAGEMENT_VERBS.has(arrival.verb) ? managedId(rest) : null
    if (connectionId === null) return this.reply(arrival, rest === '' ? UPGRADE_REQUIRED : MISSING_TOKEN)
    const { api, apiId } = stage.view
    const managed = { apiId, stage: stage.view.stage, connectionId }
    const answer = await manageConnection(this.core, request, arrival, managed)
    if (answer === null) return null
    return {
      ...this.reply(arrival, answer),
      record: {
        apiName: api.name,
        stage: stage.view.stage,
        path: rest,
        routeKey: `${arrival.verb} /@connections`,
        integrationMs: null,
        apiKeyName: null,
        trace: [],
        templateRuns: [],
        executionLog: NO_LOG,
      },
    }
  }

  message(connection: Connection, data: Buffer): void {
    const stage = this.stages.get(stageKey(connection.apiId, connection.stage))
    try {
      if (stage !== undefined) this.messages.serve(connection, stage, data)
    } catch (error) {
      this.core.ports.log(`A message met a bug in Gatewright. ${error instanceof Error ? error.stack : String(error)}`)
    }
  }

  ended(connection: Connection, reason: DisconnectReason): void {
    const { clock, connections } = this.core.ports
    const at = clock.wall()
    const row = connectionRow(connection, this.core.design, at)
    connections.feed.connection({ kind: 'closed', at, connection: row, code: reason.statusCode, reason: reason.reason })
    const stage = this.stages.get(stageKey(connection.apiId, connection.stage))
    if (stage === undefined) return
    void serveDisconnect(this.core, this.calls, stage, connection, reason, this.messages.keyOf(connection))
  }

  serves({ apiId, stage }: Connection): boolean {
    return this.stages.has(stageKey(apiId, stage))
  }

  /** Loaded for the first client: the library takes a part of the program's start. */
  private async socketServer(): Promise<SocketServer> {
    const { SocketServer } = await import('./socket-server')
    return new SocketServer(this.core.ports.connections)
  }

  /** Null: the client is connected. */
  private async connect(upgrade: Upgrade, arrival: Arrival, place: ApiPlace): Promise<Refused | null> {
    const { connections, clock } = this.core.ports
    const problem = this.originProblem(arrival) ?? handshakeProblem(arrival)
    if (problem !== null) return { answer: problem }
    const found = this.find(place)
    if (found === null || found.rest !== '' || this.isEndpointOff(found.stage, place)) return { answer: FORBIDDEN }
    const sockets = await (this.sockets ??= this.socketServer())
    if (connections.isFull) return { answer: FULL }
    const connection = this.newConnection(upgrade, arrival, place, found.stage)
    const call = this.connectCall(connection, arrival, place, found.stage)
    const host = new ConnectHost(this.core, call, arrival)
    const answer = await host.decide(this.calls)
    const { trace } = host
    if (answer.kind === 'refused') return { answer, trace }
    connection.subprotocol = answer.subprotocol
    sockets.accept(upgrade, connection)
    connection.socketId = arrival.ticket?.connected?.(connection.connectionId) ?? null
    const at = clock.wall()
    const row = connectionRow(connection, this.core.design, at)
    connections.feed.connection({ kind: 'opened', at, connection: row, trace })
    return null
  }

  private newConnection(
    { request }: Upgrade,
    { headers, receivedAt, ticket }: Arrival,
    { domainName }: ApiPlace,
    { view }: LiveWebSocketStage,
  ): Connection {
    return new Connection({
      connectionId: this.core.ports.connections.newId(),
      apiId: view.apiId,
      stage: view.stage,
      connectedAt: receivedAt,
      domainName,
      sourceIp: callerOf(request.socket.remoteAddress, ticket?.caller).sourceIp,
      userAgent: headerValue(headers, 'User-Agent') ?? null,
    })
  }

  private connectCall(
    connection: Connection,
    { headers, receivedAt }: Arrival,
    { rawQuery }: ApiPlace,
    stage: LiveWebSocketStage,
  ): WebSocketCall {
    const { domainName, sourceIp } = connection
    const call = new WebSocketCall(connection, stage, stage.connect, 'CONNECT', receivedAt)
    call.headers = eventHeaders({ headers, sourceIp, domainName, ids: { traceId: traceId(receivedAt) } })
    call.query = parseQuery(rawQuery)
    return call
  }

  private find(place: ApiPlace): { readonly stage: LiveWebSocketStage; readonly rest: string } | null {
    const located = stageOfPlace(place)
    const stage = located && this.stages.get(stageKey(place.apiId, located.stage))
    return stage ? { stage, rest: located!.rest } : null
  }

  private isEndpointOff({ view }: LiveWebSocketStage, { basePath }: ApiPlace): boolean {
    return basePath === null && view.api.disableExecuteApiEndpoint === true
  }

  private originProblem({ headers }: Arrival): HandshakeAnswer | null {
    const { design, ports } = this.core
    const domains = design.domainNames.map(({ domainName }) => domainName)
    if (isOriginAllowed(headers, domains)) return null
    const origin = JSON.stringify(headerValue(headers, 'Origin') ?? '')
    ports.log(`A page of ${origin} wanted to open a WebSocket and was refused: only pages of this computer may.`)
    return FORBIDDEN
  }

  private refuse({ socket }: Upgrade, arrival: Arrival, place: ApiPlace, { answer, trace }: Refused): void {
    if (answer.kind !== 'refused') return
    const { clock, connections } = this.core.ports
    writeRefusal(socket, answer, arrival.ids.requestId)
    const stage = this.find(place)?.stage
    if (stage === undefined) return
    connections.feed.connection({
      kind: 'refused',
      at: clock.wall(),
      apiName: stage.view.api.name,
      stage: stage.view.stage,
      sourceIp: callerOf(socket.remoteAddress, arrival.ticket?.caller).sourceIp,
      status: answer.status,
      body: answer.body,
      ...(trace && { trace }),
    })
  }

  private reply({ ids }: Arrival, answer: Answer): Reply {
    return { answer: withServiceHeaders(answer, ids) }
  }

  private bug(error: unknown): HandshakeAnswer {
    const what = error instanceof Error ? error.stack : String(error)
    this.core.ports.log(`A handshake met a bug in Gatewright and is answered 500. ${what}`)
    return refusedHandshake(500, 'Internal server error', 'InternalServerErrorException')
  }
}

/** A handshake that came to nothing, and every decision about it if any was made. */
interface Refused {
  readonly answer: HandshakeAnswer
  readonly trace?: Trace
}

const MANAGEMENT_VERBS: ReadonlySet<string> = new Set(['POST', 'GET', 'DELETE'])

const FORBIDDEN = refusedHandshake(403, 'Forbidden', 'ForbiddenException')
const FULL = refusedHandshake(503, 'Service Unavailable', 'ServiceUnavailableException')
/** Source: websocket-api.md 1, observed. */
const MISSING_TOKEN = plainAnswer(403, 'Missing Authentication Token', 'MissingAuthenticationTokenException')
const UPGRADE_REQUIRED = plainAnswer(426, 'Upgrade Required', 'UpgradeRequiredException')

import type { Trace } from '@shared/trace'
import { REFUSED } from '../../engine/effect'
import { ABSENT, UNIDENTIFIED, type Flight } from '../../engine/flight'
import { groupByName, headerValue } from '../../engine/mapping/header-list'
import { errorFrame, INTERNAL_ERROR_MESSAGE } from '../../engine/websocket-api/error-frame'
import { handshakeAnswer, refusedHandshake, type HandshakeAnswer } from '../../engine/websocket-api/handshake-answer'
import { INTEGRATION_TIMEOUT, LAST_ANSWERED } from '../../engine/outcome'
import { missingParameters } from '../../engine/websocket-api/required-parameters'
import type { Arrival } from '../request/arrival'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from '../serve-flight'
import type { ServedCore } from '../served-core'
import { askConnectAuthorizer } from './ask-connect-authorizer'
import { connectCaller } from './connect-caller'
import { callIntegration } from './integrations/call-integration'
import { closeFlight, openFlight } from './open-flight'
import { outcomeOfAnswer } from './outcome-of-answer'
import { missingParametersRefusal, refusalOfOutcome } from './refusal-of-outcome'
import { routeArn } from './route-arn'
import type { WebSocketCall, WebSocketCalls } from './web-socket-call'

/** `apiKeySelectionExpression` that takes the key from the authorizer's answer. Source: websocket-api.md 3.3. */
const KEY_OF_AUTHORIZER = '$context.authorizer.usageIdentifierKey'

/** One handshake on its way through the core: connection rate, throttles, authorizer, key, integration. Source: websocket-api.md 2.1. */
export class ConnectHost implements FlightHost {
  private readonly core: ServedCore
  private readonly call: WebSocketCall
  private readonly arrival: Arrival
  /** Every decision about it, once it is over. */
  trace: Trace = []
  private answer: HandshakeAnswer | null = null
  /** Why a signature was not taken. */
  private refusal: HandshakeAnswer | null = null

  constructor(core: ServedCore, call: WebSocketCall, arrival: Arrival) {
    this.core = core
    this.call = call
    this.arrival = arrival
  }

  /** What the client is answered. Its connection knows the key, the caller and the authorizer's context then. */
  async decide(calls: WebSocketCalls): Promise<HandshakeAnswer> {
    const { core, call } = this
    const { clock } = core.ports
    const flight = openFlight(core, calls, call, this.sentKey(), clock.now())
    flight.identity = this.isIdentified() ? ABSENT : UNIDENTIFIED
    try {
      await serveFlight(core.runtime, flight, this, clock)
      return this.answer!
    } finally {
      this.trace = closeFlight(core, calls, flight)
    }
  }

  async callAuthorizer(flight: Flight, signal: AbortSignal): Promise<AuthorizerAnswer> {
    const { arrival, call, core } = this
    const { authorizer } = call.route
    if (authorizer === null) return this.checkCaller(flight)
    return askConnectAuthorizer(core, call, arrival, { authorizer, arn: this.arn() }, signal)
  }

  async callIntegration(flight: Flight, signal: AbortSignal): Promise<IntegrationAnswer> {
    const { call, core } = this
    const { clock } = core.ports
    this.noteKey(flight)
    call.forgetContext()
    const missing = missingParameters(call.route.route, call)
    if (missing.length > 0) {
      this.refusal = missingParametersRefusal(missing)
      return { outcome: outcomeOfAnswer({ kind: 'response', status: 400, headers: [], body: '' }), bytes: ABSENT }
    }
    const { integration } = call.route
    if (integration === null) {
      call.answer = { kind: 'response', status: 200, headers: [], body: '' }
    } else {
      const startedAt = clock.now()
      const ports = { ...core.ports, mapping: core.mapping }
      const limit = core.runtime.timeout[flight.route]!
      const answer = await callIntegration(ports, integration, call, limit, signal)
      if (signal.aborted) return { outcome: INTEGRATION_TIMEOUT, bytes: ABSENT }
      call.answer = answer
      call.integrationMs = clock.now() - startedAt
    }
    return { outcome: outcomeOfAnswer(call.answer), bytes: ABSENT }
  }

  respond(flight: Flight): void {
    const { call } = this
    const ids = { connectionId: call.connection.connectionId, requestId: call.requestId }
    if (this.refusal !== null) this.answer = this.refusal
    else if (flight.outcome > LAST_ANSWERED) this.answer = refusalOfOutcome(flight.outcome)
    else if (call.answer === null) this.answer = tooLate(ids)
    else this.answer = handshakeAnswer(call.answer, ids)
    const problem = call.answer?.problem
    if (problem !== undefined) this.core.ports.log(`${call.name}: ${problem}`)
  }

  /** Null identity sources are refused without a call. */
  private isIdentified(): boolean {
    const { authorizer } = this.call.route
    if (authorizer === null) return true
    const { headers } = this.arrival
    const reading = authorizer.reader.read({
      headers: Object.fromEntries([...groupByName(headers)].map(([name, values]) => [name, values[0]!])),
      query: Object.fromEntries(this.call.query),
      stageVariables: this.call.stage.variables,
      context: (name) => contextText(this.call.context, name),
    })
    return reading.kind === 'found'
  }

  private sentKey(): number {
    const { api } = this.call.stage.view
    if (this.call.route.route.apiKeyRequired !== true || api.apiKeySelectionExpression === KEY_OF_AUTHORIZER)
      return ABSENT
    const value = headerValue(this.arrival.headers, 'X-API-Key')
    return value === undefined ? ABSENT : this.core.apiKeys.indexOf(value)
  }

  /** Known to events once it was accepted. */
  private noteKey(flight: Flight): void {
    const key = flight.planKey === ABSENT ? undefined : this.core.design.apiKeys[flight.apiKey]
    if (key !== undefined) this.call.connection.apiKey = { value: key.value, id: key.id }
  }

  private checkCaller(flight: Flight): AuthorizerAnswer {
    const { arrival, call, core } = this
    const { design } = core
    const found = connectCaller(core.callerPorts.iamKeys, arrival, design.region, this.arn())
    if (found.kind === 'refused') {
      core.ports.log(`${call.name}: AWS_IAM authorization answers 403: ${found.reason}`)
      this.refusal = refusedHandshake(403, found.message, found.errorType)
      return { effect: REFUSED, apiKey: ABSENT }
    }
    call.connection.caller = found.caller
    flight.isOtherAccount = found.caller.accountId === design.accountId ? 0 : 1
    return { effect: found.effect, apiKey: ABSENT }
  }

  private arn(): string {
    const { apiId, stage } = this.call.connection
    return routeArn(this.core.design, apiId, stage, '$connect')
  }
}

function tooLate(ids: Parameters<typeof errorFrame>[1]): HandshakeAnswer {
  const headers = [['Content-Type', 'application/json']] as const
  return { kind: 'refused', status: 502, headers, body: errorFrame(INTERNAL_ERROR_MESSAGE, ids) }
}

function contextText(context: unknown, name: string): string | undefined {
  const found = name.split('.').reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Readonly<Record<string, unknown>>)[step]
  }, context)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}

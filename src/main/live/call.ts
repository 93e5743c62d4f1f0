import type { TemplateRun } from '@shared/contract/gateway'
import type { AuthorizerResult } from '../engine/authorizers/authorizer-result'
import type { IamCaller } from '../engine/authorizers/iam-caller'
import type { Flight } from '../engine/flight'
import type { Answer } from './answers/answer'
import type { BackendAnswer } from './backends/backend-answer'
import type { CallerRefusal } from './callers/caller-refusal'
import type { EndpointExchange } from './execution-log/endpoint-exchange'
import type { LiveRoute } from './live-route'
import type { Message } from './request/message'

/** One request in progress: what the host knows beside the flight, by its slot. */
export interface Call {
  readonly message: Message
  readonly route: LiveRoute
  /** As they were sent, not decoded. */
  readonly pathParameters: Readonly<Record<string, string>>
  /** What the authorizer returned, now or earlier. */
  authorizer: AuthorizerResult | null
  /** Who has signed the request, where the method asks for that. */
  caller: IamCaller | null
  /** What the token of a user pool says, each claim as text. */
  claims: Readonly<Record<string, string>> | null
  /** Why neither is known. */
  refusal: CallerRefusal | null
  /** Milliseconds that the authorizer's function took; 0 for a kept result. */
  authorizerMs: number
  /** Index of the key that was accepted, or -1. */
  apiKey: number
  /** What was found wrong with the request, for the answer's body. */
  validationMessage: string | null
  validationErrorString: string | null
  backendAnswer: BackendAnswer | null
  /** What the client gets, once that is decided. */
  answer: Answer | null
  integrationMs: number | null
  /** What went to the backend and came from it; null where there is none. */
  endpoint: EndpointExchange | null
  /** The same of the authorizer's function, and why it gave no usable answer. */
  authorizerExchange: EndpointExchange | null
  authorizerProblem: string | null
  /** Mapping templates that ran for it, in their order. */
  readonly templateRuns: TemplateRun[]
}

export function newCall(message: Message, route: LiveRoute, pathParameters: Readonly<Record<string, string>>): Call {
  return {
    message,
    route,
    pathParameters,
    authorizer: null,
    caller: null,
    claims: null,
    refusal: null,
    authorizerMs: 0,
    apiKey: -1,
    validationMessage: null,
    validationErrorString: null,
    backendAnswer: null,
    answer: null,
    integrationMs: null,
    endpoint: null,
    authorizerExchange: null,
    authorizerProblem: null,
    templateRuns: [],
  }
}

/** The calls in progress, by the slot of their flights. */
export class CallTable {
  private readonly calls: (Call | undefined)[] = []

  set(flight: Flight, call: Call): void {
    this.calls[flight.slot] = call
  }

  of(flight: Flight): Call {
    return this.calls[flight.slot]!
  }

  clear(flight: Flight): void {
    this.calls[flight.slot] = undefined
  }
}

import type { HttpAnswer, HttpErrorStatus } from '../../engine/http-api/http-answer'
import type { HttpAuthorizerResult } from '../../engine/http-api/http-authorizer-result'
import type { HttpCaller, HttpRequestFacts } from '../../engine/http-api/http-request-facts'
import type { Flight } from '../../engine/flight'
import type { SentMessage } from '../request/message'
import type { HttpLiveRoute } from './http-live-route'

/** One request to an HTTP API in progress: what the host knows beside the flight, by its slot. */
export interface HttpCall {
  readonly facts: HttpRequestFacts
  readonly route: HttpLiveRoute
  /** As it was sent, which is what a signature was made over. */
  readonly sent: SentMessage
  /** A UUID: what functions know the call by. */
  readonly invocationId: string
  /** The body is over the payload limit and was not read. */
  readonly isTooLarge: boolean
  /** Values of the authorizer's identity sources, where there is one and all were sent. */
  identity: readonly string[]
  /** What the authorizer's function returned, now or earlier. */
  authorizerResult: HttpAuthorizerResult | null
  /** Who calls, once that is known. */
  caller: HttpCaller | null
  /** Why nobody is known. */
  refusal: HttpRefusal | null
  backendResult: HttpBackendResult | null
  integrationMs: number | null
}

/** How a caller is answered whom nobody knows. */
export interface HttpRefusal {
  /** Of JWT authorizers only. */
  readonly wwwAuthenticate?: string
  /** For people: what exactly is wrong. Never holds a token or a signature. */
  readonly reason: string
}

/** How a backend ended. */
export type HttpBackendResult =
  | {
      readonly kind: 'response'
      readonly answer: HttpAnswer
      /** What went wrong behind it all the same. */
      readonly problem?: string
    }
  | { readonly kind: 'failure'; readonly status: HttpErrorStatus; readonly problem: string }

export function backendFailure(status: HttpErrorStatus, problem: string): HttpBackendResult {
  return { kind: 'failure', status, problem }
}

export function newHttpCall(
  facts: HttpRequestFacts,
  route: HttpLiveRoute,
  sent: SentMessage,
  invocationId: string,
  isTooLarge: boolean,
): HttpCall {
  return {
    facts,
    route,
    sent,
    invocationId,
    isTooLarge,
    identity: [],
    authorizerResult: null,
    caller: null,
    refusal: null,
    backendResult: null,
    integrationMs: null,
  }
}

/** The calls in progress, by the slot of their flights. */
export class HttpCallTable {
  private readonly calls: (HttpCall | undefined)[] = []

  set(flight: Flight, call: HttpCall): void {
    this.calls[flight.slot] = call
  }

  of(flight: Flight): HttpCall {
    return this.calls[flight.slot]!
  }

  clear(flight: Flight): void {
    this.calls[flight.slot] = undefined
  }
}

import type { HeaderList } from '../mapping/header-list'
import { INTERNAL_ERROR_MESSAGE, MEDIA_TYPE_MESSAGE } from './error-frame'

/** What an integration gave back, ready for the client if there is a reply. */
export interface WebSocketResponse {
  readonly kind: 'response'
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
  /** What went wrong behind it all the same, for the log. */
  readonly problem?: string
}

/** The gateway speaks because the integration could not. */
export interface WebSocketFailure {
  readonly kind: 'failure'
  /** Of a handshake that ends with it. */
  readonly status: number
  /** What the client is told. */
  readonly message: string
  /** What is wrong and where, for the log. */
  readonly problem: string
}

export type WebSocketAnswer = WebSocketResponse | WebSocketFailure

/** The integration could not be called as it is configured, or may not be. Source: websocket-api.md 2.2. */
export function notCallable(problem: string): WebSocketFailure {
  return { kind: 'failure', status: 500, message: INTERNAL_ERROR_MESSAGE, problem }
}

/** It failed, answered what nobody understands, or did not answer at all. Source: websocket-api.md 2.2. */
export function integrationFailed(problem: string): WebSocketFailure {
  return { kind: 'failure', status: 502, message: INTERNAL_ERROR_MESSAGE, problem }
}

/** No request template is for the message, and it may not be passed through. Source: websocket-api.md 5.3. */
export function unsupportedMessage(problem: string): WebSocketFailure {
  return { kind: 'failure', status: 415, message: MEDIA_TYPE_MESSAGE, problem }
}

/** A template reads JSON, and the message is none. Source: websocket-api.md 8.1, observed. */
export function unreadableMessage(text: string, problem: string): WebSocketFailure {
  return {
    kind: 'failure',
    status: 400,
    message: `Could not parse request body into json: ${jsonProblem(text)}`,
    problem,
  }
}

/** Characters of a message that an error repeats. */
const SHOWN_TOKEN = 60

/** In the words of the parser that the service uses, as far as they are known. */
function jsonProblem(text: string): string {
  const [, word] = /^\s*([A-Za-z_$][\w$]*)/.exec(text) ?? []
  if (word === undefined) return 'Unexpected character'
  return `Unrecognized token '${word.slice(0, SHOWN_TOKEN)}': was expecting ('true', 'false' or 'null')`
}

import type { Diagnostic } from '../diagnostic'

/** What went wrong around the program: a port taken, a file unreadable, a worker gone. Never a gateway's answer, never a bug. */
export type OperationalErrorCode =
  | 'contract/unknown-command'
  | 'contract/invalid-arguments'
  | 'project/not-found'
  | 'project/unreadable'
  | 'project/unwritable'
  | 'project/invalid'
  | 'project/newer-format'
  | 'project/changed-on-disk'
  | 'project/exists'
  | 'project/none-open'
  | 'import/unreadable'
  | 'import/worker-died'
  | 'live/port-in-use'
  | 'live/no-permission-for-port'
  | 'live/nothing-to-serve'
  | 'live/untrusted-folder'
  | 'live/not-running'
  | 'live/cannot-send'
  | 'live/no-answer'
  | 'simulator/unknown-run'
  | 'simulator/unknown-request'
  | 'simulator/invalid-scenario'
  | 'simulator/invalid-sweep'
  | 'simulator/superseded'
  | 'simulator/worker-died'
  | 'host/connection-lost'
  | 'host/bug'

/** An operational error; crosses the contract as `{ code, message, details }`. */
export class GatewrightError extends Error {
  readonly code: OperationalErrorCode
  readonly details: ErrorDetails | undefined
  constructor(code: OperationalErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, { cause: options.cause })
    this.name = 'GatewrightError'
    this.code = code
    this.details = options.details
  }
}

export interface ErrorDetails {
  readonly path?: string
  readonly port?: number
  readonly diagnostics?: readonly Diagnostic[]
  readonly report?: string
  /** Functions that would run, as the design names them. */
  readonly handlers?: readonly string[]
}

export interface ErrorMessage {
  readonly code: OperationalErrorCode
  readonly message: string
  readonly details?: ErrorDetails
}

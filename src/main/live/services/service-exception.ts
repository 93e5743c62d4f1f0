/** What a person should know beside what the caller is told. */
export interface ExceptionDetails {
  readonly status?: number
  /** For the log. */
  readonly hint?: string
  /** Further members of the answer, for protocols that have them. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** A service refuses a request. Thrown by operations, and written by the service's protocol. */
export class ServiceException extends Error {
  override readonly name = 'ServiceException'
  /** "ValidationException". */
  readonly code: string
  readonly status: number
  readonly hint: string | undefined
  readonly members: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, { status = 400, hint, members = {} }: ExceptionDetails = {}) {
    super(message)
    this.code = code
    this.status = status
    this.hint = hint
    this.members = members
  }
}

/** What a service refuses an operation with. */
export interface ServiceError {
  /** "NotFoundException". */
  readonly code: string
  readonly status: number
  /** The service's words. */
  readonly message: string
  /** Ours: what was probably meant, and what to do. */
  readonly hint?: string
}

/**
 * How a handler stops: caught in `callOperation` and in nothing else, where it becomes a value. A refusal deep in a lookup would else have
 * to be passed through every handler by hand.
 */
export class Refusal {
  readonly error: ServiceError
  constructor(error: ServiceError) {
    this.error = error
  }
}

function refusal(code: string, status: number, message: string, hint?: string): Refusal {
  return new Refusal({ code, status, message, ...(hint !== undefined && { hint }) })
}

export function badRequest(message: string, hint?: string): Refusal {
  return refusal('BadRequestException', 400, message, hint)
}

export function notFound(message: string, hint?: string): Refusal {
  return refusal('NotFoundException', 404, message, hint)
}

export function conflict(message: string, hint?: string): Refusal {
  return refusal('ConflictException', 409, message, hint)
}

/** A value that is not in its list. Source: rest-api.md 4.2. */
export function notInList(member: string, value: string, values: readonly string[], hint?: string): Refusal {
  const message = `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`
  return refusal('ValidationException', 400, message, hint)
}

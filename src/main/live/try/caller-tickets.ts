import { randomBytes } from 'node:crypto'
import type { TracedRequest } from '@shared/contract/gateway'
import type { TryCaller } from '@shared/contract/try'
import { headerValue, headerValues, type HeaderList } from '../../engine/mapping/header-list'
import type { ReadLog } from '../execution-log/read-log'
import { digestOf } from '../stores/digest'

/** What the window says of a request that it sends, which nobody else could say, and what became of it. */
export interface CallerTicket {
  readonly caller: TryCaller
  readonly isTestInvoke: boolean
  /** Null until the gateway has answered, and when no stage was reached. */
  record: RecordedRequest | null
  /** Told of the connection that a handshake has become; gives the name of this program's own end of it. */
  readonly connected?: (connectionId: string) => string
}

/** What a gateway records of a request. */
export interface RecordedRequest {
  readonly traced: TracedRequest
  readonly executionLog: ReadLog
}

/** Carries a ticket; it is taken off every request, so that no function and no backend ever sees one. */
export const TICKET_HEADER = 'x-gatewright-ticket'

/** Requests under way that a gateway remembers tickets of; the oldest of more is forgotten. */
const MOST_TICKETS = 1_000

/**
 * Tickets for requests of our own: 32 random bytes each, good for one request to the gateway that gave it. They are looked up by digest,
 * so the time it takes tells nothing about a ticket.
 */
export class CallerTickets {
  private readonly tickets = new Map<string, CallerTicket>()

  /** The header's value. */
  issue(ticket: CallerTicket): string {
    const value = randomBytes(32).toString('base64url')
    const [oldest] = this.tickets.keys()
    if (oldest !== undefined && this.tickets.size >= MOST_TICKETS) this.tickets.delete(oldest)
    this.tickets.set(digestOf([value]), ticket)
    return value
  }

  /** The ticket that a request carries, once; null for a request that has none, and for one that made its own up. */
  take(headers: HeaderList): CallerTicket | null {
    const values = headerValues(headers, TICKET_HEADER)
    if (values.length !== 1) return null
    const digest = digestOf(values)
    const ticket = this.tickets.get(digest)
    this.tickets.delete(digest)
    return ticket ?? null
  }
}

export function withoutTicket(headers: HeaderList): HeaderList {
  const isTicketed = headerValue(headers, TICKET_HEADER) !== undefined
  return isTicketed ? headers.filter(([name]) => name.toLowerCase() !== TICKET_HEADER) : headers
}

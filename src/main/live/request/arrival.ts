import type { IncomingMessage } from 'node:http'
import { headerListOf, type HeaderList } from '../../engine/mapping/header-list'
import type { ClientCertificate } from '../../engine/mapping/client-certificate'
import type { Clock } from '../clock'
import { withoutTicket, type CallerTicket, type CallerTickets } from '../try/caller-tickets'
import { requestIds, type RequestIds } from './request-ids'

/** A request before it is known whether anything answers it. */
export interface Arrival {
  readonly ids: RequestIds
  readonly startedAt: number
  readonly receivedAt: number
  readonly verb: string
  readonly url: string
  readonly headers: HeaderList
  /** Of a request that this program sent to itself. */
  readonly ticket: CallerTicket | null
  /** What the client of a domain with mutual TLS has shown. */
  readonly clientCertificate?: ClientCertificate
}

export function arrivalOf(clock: Clock, tickets: CallerTickets, { rawHeaders, method, url }: IncomingMessage): Arrival {
  const sent = headerListOf(rawHeaders)
  const headers = withoutTicket(sent)
  const receivedAt = clock.wall()
  return {
    ids: requestIds(headers, receivedAt),
    startedAt: clock.now(),
    receivedAt,
    verb: method ?? '',
    url: url ?? '',
    headers,
    ticket: headers === sent ? null : tickets.take(sent),
  }
}

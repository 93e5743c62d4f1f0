import type { LogLine } from '@shared/contract/try'
import type { Call } from '../call'
import type { EndpointExchange } from './endpoint-exchange'
import { executionLog, type LoggedRequest } from './execution-log'

/** The execution log of a request, made for who reads it: of most requests nobody does. */
export type ReadLog = () => readonly LogLine[]

/** Of a request of which nothing is logged. */
export const NO_LOG: ReadLog = () => []

/** Bytes of payloads up to which they are kept for the log; of larger ones only what the log shows of them. */
const MOST_KEPT = 16 * 1024

/** The log as it would be now, whatever still comes for the call. */
export function readLog(call: Call, logged: LoggedRequest): ReadLog {
  if (payloadsOf(call, logged) > MOST_KEPT) {
    const lines = executionLog(call, logged)
    return () => lines
  }
  const asNow: Call = { ...call, endpoint: copied(call.endpoint), authorizerExchange: copied(call.authorizerExchange) }
  let lines: readonly LogLine[] | null = null
  return () => (lines ??= executionLog(asNow, logged))
}

/** An answer that comes too late is written into the exchange. */
function copied(exchange: EndpointExchange | null): EndpointExchange | null {
  return exchange && { ...exchange }
}

function payloadsOf({ message, endpoint, authorizerExchange }: Call, { answer }: LoggedRequest): number {
  return message.body.length + answer.body.length + bytesOf(endpoint) + bytesOf(authorizerExchange)
}

function bytesOf(exchange: EndpointExchange | null): number {
  return exchange === null ? 0 : exchange.body.length + (exchange.answer?.body.length ?? 0)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TracedRequest } from '@shared/contract/gateway'
import { answerRequest, type AnswerPorts } from './answer-request'
import { plainAnswer } from './answers/gateway-answer'
import { writeAnswer } from './answers/write-answer'
import type { Clock } from './clock'
import { refused, type Reply, type ReplyRecord } from './reply'
import { arrivalOf, type Arrival } from './request/arrival'
import { announcesBody, discardRest } from './request/read-body'
import type { RequestIds } from './request/request-ids'
import { rescued, soon } from './soon'
import type { CallerTickets, RecordedRequest } from './try/caller-tickets'

/** What a handler of requests asks whoever runs the server. */
export interface RequestHandlerPorts extends AnswerPorts {
  readonly clock: Clock
  /** Told of requests where records are kept. */
  readonly onRequest: (record: RecordedRequest) => void
  readonly tickets: CallerTickets
}

/** Answers HTTP requests with what is served. A bug in here is answered with 500 and logged; it never ends the server. */
export function createRequestHandler(
  ports: RequestHandlerPorts,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const arrival = arrivalOf(ports.clock, ports.tickets, request)
    const reply = rescued(
      () => answerRequest(ports, request, arrival),
      (error) => bug(ports, error, arrival.ids),
    )
    void soon(reply, (made) => made !== null && send(ports, arrival, request, response, made))
  }
}

function send(
  ports: RequestHandlerPorts,
  arrival: Arrival,
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): void {
  try {
    writeAnswer(response, reply.answer)
    if (announcesBody(arrival.headers)) discardRest(request)
    if (reply.record !== undefined && ports.keepsRecords) record(ports, arrival, reply.answer.status, reply.record)
  } catch (error) {
    bug(ports, error, arrival.ids)
    if (!response.writableEnded) request.destroy()
  }
}

function bug({ log }: RequestHandlerPorts, error: unknown, ids: RequestIds): Reply {
  log(`A request met a bug in Gatewright and is answered 500. ${error instanceof Error ? error.stack : String(error)}`)
  return refused(plainAnswer(500, 'Internal server error', 'InternalServerErrorException'), ids)
}

function record(ports: RequestHandlerPorts, arrival: Arrival, status: number, answered: ReplyRecord): void {
  const recorded = {
    traced: tracedRequest(ports, arrival, status, answered),
    executionLog: answered.executionLog,
  }
  if (arrival.ticket !== null) arrival.ticket.record = recorded
  ports.onRequest(recorded)
}

function tracedRequest(
  { clock }: RequestHandlerPorts,
  { ids, receivedAt, verb, startedAt }: Arrival,
  status: number,
  { executionLog: _log, templateRuns, ...answered }: ReplyRecord,
): TracedRequest {
  return {
    requestId: ids.requestId,
    receivedAt,
    method: verb,
    status,
    durationMs: clock.now() - startedAt,
    ...answered,
    ...(templateRuns.length > 0 && { templateRuns }),
  }
}

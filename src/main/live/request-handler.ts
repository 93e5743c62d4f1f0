import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TracedRequest } from '@shared/contract/gateway'
import { headerListOf, headerValue } from '../engine/mapping/header-list'
import { answerRequest, refused, type AnswerPorts, type Arrival, type Reply } from './answer-request'
import { withServiceHeaders, type Answer } from './answers/answer'
import { compressed } from './answers/compressed'
import { plainAnswer } from './answers/gateway-answer'
import { writeAnswer } from './answers/write-answer'
import type { Clock } from './clock'
import { discardRest } from './request/read-body'
import { requestIds } from './request/request-ids'
import { withoutTicket, type CallerTickets, type RecordedRequest } from './try/caller-tickets'

/** What a handler of requests asks whoever runs the server. */
export interface RequestHandlerPorts extends AnswerPorts {
  readonly clock: Clock
  /** Whether `onRequest` is told of requests. */
  readonly keepsRecords: boolean
  readonly onRequest: (record: RecordedRequest) => void
  readonly tickets: CallerTickets
}

/** Answers HTTP requests with what is served. A bug in here is answered with 500 and logged; it never ends the server. */
export function createRequestHandler(
  ports: RequestHandlerPorts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const arrival = arrivalOf(ports, request)
    const reply = await answerRequest(ports, request, arrival).catch((error: unknown) => bug(ports, error))
    if (reply === null) return
    try {
      const answer = await compressedAnswer(reply, arrival)
      writeAnswer(response, withServiceHeaders(answer, arrival.ids))
      discardRest(request)
      if (reply.stage !== undefined && ports.keepsRecords) record(ports, arrival, reply)
    } catch (error) {
      bug(ports, error)
      if (!response.writableEnded) request.destroy()
    }
  }
}

function arrivalOf({ clock, tickets }: RequestHandlerPorts, { rawHeaders, method, url }: IncomingMessage): Arrival {
  const sent = headerListOf(rawHeaders)
  const headers = withoutTicket(sent)
  const receivedAt = clock.wall()
  const ids = requestIds(headers, receivedAt)
  return {
    ids,
    startedAt: clock.now(),
    receivedAt,
    verb: method ?? '',
    url: url ?? '',
    headers,
    ticket: tickets.take(sent),
  }
}

async function compressedAnswer({ answer, stage, served }: Reply, { headers }: Arrival): Promise<Answer> {
  const threshold = stage?.stage.view.api.minimumCompressionSize
  if (threshold === undefined || served === undefined) return answer
  return compressed(answer, threshold, headerValue(headers, 'Accept-Encoding'))
}

function bug({ log }: RequestHandlerPorts, error: unknown): Reply {
  log(`A request met a bug in Gatewright and is answered 500. ${error instanceof Error ? error.stack : String(error)}`)
  return refused(plainAnswer(500, 'Internal server error', 'InternalServerErrorException'))
}

function record(ports: RequestHandlerPorts, arrival: Arrival, reply: Reply): void {
  const recorded = { traced: tracedRequest(ports, arrival, reply), executionLog: reply.served?.executionLog ?? [] }
  if (arrival.ticket !== null) arrival.ticket.record = recorded
  ports.onRequest(recorded)
}

function tracedRequest({ clock }: RequestHandlerPorts, arrival: Arrival, reply: Reply): TracedRequest {
  const { view } = reply.stage!.stage
  return {
    requestId: arrival.ids.requestId,
    receivedAt: arrival.receivedAt,
    method: arrival.verb,
    path: reply.path ?? '',
    routeKey: reply.route?.compiled.routeKey ?? '',
    apiName: view.api.name,
    stage: view.stage,
    ...(view.isCanary !== undefined && { isCanary: view.isCanary }),
    status: reply.answer.status,
    durationMs: clock.now() - arrival.startedAt,
    integrationMs: reply.served?.integrationMs ?? null,
    apiKeyName: reply.served?.apiKeyName ?? null,
    trace: reply.served?.trace ?? reply.trace ?? [],
    ...(reply.served?.templateEvent && { templateEvent: reply.served.templateEvent }),
    ...(reply.served && reply.served.templateRuns.length > 0 && { templateRuns: reply.served.templateRuns }),
  }
}

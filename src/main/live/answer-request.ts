import type { IncomingMessage } from 'node:http'
import { headerValues } from '../engine/mapping/header-list'
import { answerRestRequest } from './answer-rest-request'
import { plainAnswer } from './answers/gateway-answer'
import { FORBIDDEN } from './answers/forbidden'
import { isHttpDomain, unmappedHttpPath } from './http-api/unmapped-path'
import { refused, type Reply } from './reply'
import { apiPlaceOf } from './request/api-place'
import type { Arrival } from './request/arrival'
import { checkHost, type HostNames } from './request/host-names'
import { splitUrl } from './request/split-url'
import type { ServedDesign } from './served-design'
import type { Soon } from './soon'
import { checkDomainClient } from './tls/check-domain-client'

/** What answering asks whoever runs the server. */
export interface AnswerPorts {
  /** What is served now. */
  readonly served: () => ServedDesign
  /** What test invokes run on. */
  readonly servedToTests: () => ServedDesign
  readonly hostNames: () => HostNames
  /** From 0 up to but not including 1: which requests go to a canary. */
  readonly random: () => number
  /** Whether anybody is told of requests. */
  readonly keepsRecords: boolean
  readonly log: (line: string) => void
}

/** Find the API that answers a request, and let it. Null when the client has gone. */
export function answerRequest(ports: AnswerPorts, request: IncomingMessage, arrived: Arrival): Soon<Reply | null> {
  const host = checkHost(headerValues(arrived.headers, 'Host'), ports.hostNames())
  if (!host.isAllowed) return refused(FORBIDDEN, arrived.ids)
  if (!arrived.url.startsWith('/')) return refused(BAD_REQUEST, arrived.ids)
  const served = arrived.ticket?.isTestInvoke ? ports.servedToTests() : ports.served()
  const client = checkDomainClient(served.design, host.domain, request.socket)
  if (!client.isAllowed) {
    ports.log(client.reason)
    if (!client.isSilent) return refused(FORBIDDEN, arrived.ids)
    request.destroy()
    return null
  }
  const { certificate } = client
  const arrival = certificate === null ? arrived : { ...arrived, clientCertificate: certificate }
  const sent = splitUrl(arrival.url, host.domain)
  const place = served.hasOtherTypes ? apiPlaceOf(served.design, sent) : null
  if (place?.protocolType === 'HTTP') return served.http.answer(request, arrival, place)
  if (place?.protocolType === 'WEBSOCKET') return served.webSockets.manage(request, arrival, place)
  if (place === null && served.hasOtherTypes && isHttpDomain(served.design, sent)) return unmappedHttpPath(arrival)
  return answerRestRequest(ports, request, arrival, served.rest, sent)
}

const BAD_REQUEST = plainAnswer(400, 'Bad Request', 'BadRequestException')

import type { Cors } from '@shared/design/http-api'
import { LIMITS } from '@shared/limits'
import { isPreflight, preflightHeaders } from '../../engine/http-api/cors-headers'
import type { HttpAnswer } from '../../engine/http-api/http-answer'
import { stageOfPath } from '../../engine/http-api/stage-of-path'
import { headerBytes } from '../../engine/mapping/header-list'
import type { Reply } from '../reply'
import type { ApiPlace } from '../request/api-place'
import type { Arrival } from '../request/arrival'
import type { HttpLiveApi, RoutedHttpStage } from './http-live-route'
import { finishedAnswer, httpError, httpReply, type HttpOutcome } from './http-reply'
import { httpRequestId } from './http-request-facts-of'

/** A request that has come to an HTTP API: who answers there, and how an answer leaves. */
export interface HttpVisit {
  readonly arrival: Arrival
  readonly place: ApiPlace
  readonly routed: RoutedHttpStage
  /** As it was sent, without the stage; begins with a slash. */
  readonly path: string
  /** An answer of this API, and how far the request has come. */
  reply(answer: HttpAnswer, outcome?: Omit<HttpOutcome, 'path'>): Reply
  /** The answer to a preflight, if the request is one that the API answers itself. */
  preflight(): Reply | null
}

/** The stage that a request goes to, or the answer to one that reaches none. Source: http-api.md 2, steps 1 to 3. */
export function visitOf(live: HttpLiveApi | undefined, arrival: Arrival, place: ApiPlace): HttpVisit | Reply {
  const requestId = httpRequestId(arrival)
  const { headers } = arrival
  const refuse = (answer: HttpAnswer): Reply => ({
    answer: finishedAnswer(answer, { requestId, headers, cors: live?.api.corsConfiguration }),
  })
  if (live === undefined) return refuse(httpError(404))
  const { api, stages } = live
  if (place.basePath === null && api.disableExecuteApiEndpoint === true) return refuse(httpError(403))
  const tooLarge = headLimit(arrival)
  if (tooLarge !== null) return refuse(tooLarge)
  const found = stageAt(live, place)
  const routed = found && stages.get(found.stage)
  if (found === null || routed === null || routed === undefined) return refuse(httpError(404))
  const { path } = found
  const cors = api.corsConfiguration
  const replyWith = (answer: HttpAnswer, outcome: HttpOutcome, added: Cors | undefined): Reply =>
    httpReply(finishedAnswer(answer, { requestId, headers, cors: added }), requestId, routed.stage, outcome)
  return {
    arrival,
    place,
    routed,
    path,
    reply: (answer, outcome) => replyWith(answer, { path, ...outcome }, cors),
    preflight: () => {
      if (cors === undefined || !isPreflight(arrival.verb, headers)) return null
      const answer = { status: 204, headers: preflightHeaders(cors, headers), body: new Uint8Array() }
      return replyWith(answer, { path }, undefined)
    },
  }
}

/** A mapping of a custom domain fixes the stage; else the path names it. */
function stageAt({ stages }: HttpLiveApi, { stage, path }: ApiPlace) {
  if (stage !== null) return { stage, path: path === '' ? '/' : path }
  return stageOfPath(path, (name) => stages.has(name))
}

/** Source: http-api.md 15: 10,240 bytes for the request line with the values of the headers; which status answers more is not known. */
function headLimit({ url, headers }: Arrival): HttpAnswer | null {
  if (url.length > LIMITS.url.value) return httpError(414)
  return headerBytes(headers) > LIMITS.headers.value ? httpError(431) : null
}

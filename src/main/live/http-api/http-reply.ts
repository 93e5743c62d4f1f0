import type { Cors } from '@shared/design/http-api'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace } from '@shared/trace'
import { corsHeaders, withoutCorsHeaders } from '../../engine/http-api/cors-headers'
import { canonicalHeaderName } from '../../engine/http-api/http-event-headers'
import {
  httpErrorBody,
  httpErrorHeaders,
  type HttpAnswer,
  type HttpErrorStatus,
} from '../../engine/http-api/http-answer'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { Answer } from '../answers/answer'
import { BUFFER_CODEC, bufferOf } from '../buffer-codec'
import { NO_LOG } from '../execution-log/read-log'
import type { Reply, ReplyRecord } from '../reply'
import type { HttpLiveStage } from './http-live-route'

/** `{"message":"Forbidden"}` and the like. */
export function httpError(status: HttpErrorStatus, wwwAuthenticate?: string): HttpAnswer {
  return { status, headers: httpErrorHeaders(wwwAuthenticate), body: BUFFER_CODEC.bytesOf(httpErrorBody(status)) }
}

/** What an answer gets on its way out. */
export interface HttpFinish {
  readonly requestId: string
  /** Of the request. */
  readonly headers: HeaderList
  readonly cors: Cors | undefined
}

const ID_HEADER = 'apigw-requestid'

/**
 * An answer as the client gets it: with the API's CORS headers in place of the backend's and the request's id, every name in the casing
 * of HTTP/1.1. Source: http-api.md 8.7 and 10.2.
 */
export function finishedAnswer(
  { status, headers, body }: HttpAnswer,
  { requestId, headers: sent, cors }: HttpFinish,
): Answer {
  const own = headers.filter(([name]) => name.toLowerCase() !== ID_HEADER)
  const withCors = cors === undefined ? own : [...withoutCorsHeaders(own), ...corsHeaders(cors, sent)]
  const finished = [...withCors, [ID_HEADER, requestId] as const]
  return {
    status,
    headers: finished.map(([name, value]) => [canonicalHeaderName(name), value] as const),
    body: bufferOf(body),
  }
}

/** What is told of an answered request, as far as it came. */
export interface HttpOutcome {
  readonly path: string
  readonly routeKey?: string
  readonly trace?: Trace
  readonly integrationMs?: number | null
  readonly templateEvent?: TemplateEvent
}

export function httpReply(answer: Answer, requestId: string, { view }: HttpLiveStage, outcome: HttpOutcome): Reply {
  const { path, routeKey = '', trace = [], integrationMs = null, templateEvent } = outcome
  const record: ReplyRecord = {
    requestId,
    protocolType: 'HTTP',
    apiName: view.api.name,
    stage: view.stage,
    path,
    routeKey,
    integrationMs,
    apiKeyName: null,
    trace,
    ...(templateEvent !== undefined && { templateEvent }),
    templateRuns: [],
    executionLog: NO_LOG,
  }
  return { answer, record }
}

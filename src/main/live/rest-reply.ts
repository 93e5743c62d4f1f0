import type { Trace } from '@shared/trace'
import { headerValue } from '../engine/mapping/header-list'
import { withServiceHeaders, type Answer } from './answers/answer'
import { compressed } from './answers/compressed'
import { behindEdge, type EdgeRequest } from './answers/edge-headers'
import { NO_LOG } from './execution-log/read-log'
import type { LiveRoute } from './live-route'
import type { RoutedStage } from './live-routes'
import type { Reply, ReplyRecord } from './reply'
import type { Arrival } from './request/arrival'
import type { ServedRequest } from './served-rest-apis'
import { soon, type Soon } from './soon'

/** The answer of a stage of a REST API, and how far the request has come. */
export interface RestReply {
  readonly answer: Answer
  readonly stage: RoutedStage
  readonly path: string
  readonly route?: LiveRoute
  readonly served?: ServedRequest
  /** Of a request that ended before it was served. */
  readonly trace?: Trace
}

/** As the client gets it: compressed where the API does that, and with the headers of every answer. */
export function finishedReply(reply: RestReply, arrival: Arrival, keepsRecords: boolean): Soon<Reply> {
  return soon(compressedAnswer(reply, arrival), (answer) => {
    const whole = withServiceHeaders(answer, arrival.ids)
    const finished = isEdge(reply.stage) ? behindEdge(whole, edgeOf(reply, arrival)) : whole
    return keepsRecords ? { answer: finished, record: recordOf(reply) } : { answer: finished }
  })
}

function compressedAnswer({ answer, stage, served }: RestReply, { headers }: Arrival): Soon<Answer> {
  const threshold = stage.stage.view.api.minimumCompressionSize
  if (threshold === undefined || served === undefined) return answer
  return compressed(answer, threshold, headerValue(headers, 'Accept-Encoding'))
}

function edgeOf({ stage }: RestReply, { ids }: Arrival): EdgeRequest {
  return { apiId: stage.stage.view.apiId, extendedRequestId: ids.extendedRequestId }
}

/** Whether a distribution stands in front of a stage's API. */
export function isEdge({ stage }: RoutedStage): boolean {
  return stage.view.api.endpointConfiguration.types.includes('EDGE')
}

const NOT_SERVED = { integrationMs: null, apiKeyName: null, templateRuns: [], executionLog: NO_LOG }

function recordOf({ stage, path, route, served, trace }: RestReply): ReplyRecord {
  const { view } = stage.stage
  return {
    apiName: view.api.name,
    stage: view.stage,
    ...(view.isCanary !== undefined && { isCanary: view.isCanary }),
    path,
    routeKey: route?.compiled.routeKey ?? '',
    ...(served?.record ?? { ...NOT_SERVED, trace: trace ?? [] }),
  }
}

import type { Trace } from '@shared/trace'
import { headerValue } from '../engine/mapping/header-list'
import { withServiceHeaders, type Answer } from './answers/answer'
import { compressed } from './answers/compressed'
import type { LiveRoute } from './live-route'
import type { RoutedStage } from './live-routes'
import type { Reply, ReplyRecord } from './reply'
import type { Arrival } from './request/arrival'
import type { ServedRequest } from './served-rest-apis'

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
export async function finishedReply(reply: RestReply, arrival: Arrival): Promise<Reply> {
  const answer = await compressedAnswer(reply, arrival)
  return { answer: withServiceHeaders(answer, arrival.ids), record: recordOf(reply) }
}

async function compressedAnswer({ answer, stage, served }: RestReply, { headers }: Arrival): Promise<Answer> {
  const threshold = stage.stage.view.api.minimumCompressionSize
  if (threshold === undefined || served === undefined) return answer
  return compressed(answer, threshold, headerValue(headers, 'Accept-Encoding'))
}

function recordOf({ stage, path, route, served, trace }: RestReply): ReplyRecord {
  const { view } = stage.stage
  return {
    apiName: view.api.name,
    stage: view.stage,
    ...(view.isCanary !== undefined && { isCanary: view.isCanary }),
    path,
    routeKey: route?.compiled.routeKey ?? '',
    integrationMs: served?.integrationMs ?? null,
    apiKeyName: served?.apiKeyName ?? null,
    trace: served?.trace ?? trace ?? [],
    ...(served?.templateEvent && { templateEvent: served.templateEvent }),
    templateRuns: served?.templateRuns ?? [],
    executionLog: served?.executionLog ?? [],
  }
}

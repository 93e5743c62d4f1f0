import type { TemplateRun } from '@shared/contract/gateway'
import type { TemplateEvent } from '@shared/template-event'
import type { Trace } from '@shared/trace'
import { withServiceHeaders, type Answer } from './answers/answer'
import type { ReadLog } from './execution-log/read-log'
import type { RequestIds } from './request/request-ids'

/** What a request is answered with. */
export interface Reply {
  /** As the client gets it. */
  readonly answer: Answer
  /** Absent where no stage was reached: nobody is told of such a request. Absent too where no records are kept. */
  readonly record?: ReplyRecord
}

/** What a watcher is told of an answered request beside what its arrival says. */
export interface ReplyRecord {
  /** Of an HTTP API, whose ids have a form of their own; the arrival's when absent. */
  readonly requestId?: string
  /** Absent for REST APIs. */
  readonly protocolType?: 'HTTP' | 'WEBSOCKET'
  readonly apiName: string
  readonly stage: string
  readonly isCanary?: boolean
  readonly path: string
  /** "" where no route matched. */
  readonly routeKey: string
  readonly integrationMs: number | null
  readonly apiKeyName: string | null
  readonly trace: Trace
  readonly templateEvent?: TemplateEvent
  readonly templateRuns: readonly TemplateRun[]
  readonly executionLog: ReadLog
}

/** The answer to a request that has reached no stage. */
export function refused(answer: Answer, ids: RequestIds): Reply {
  return { answer: withServiceHeaders(answer, ids) }
}

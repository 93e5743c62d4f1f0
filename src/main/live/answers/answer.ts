import type { HeaderList } from '../../engine/mapping/header-list'
import type { RequestIds } from '../request/request-ids'

/** What a client gets, but for the headers that every answer carries. */
export interface Answer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Buffer
}

/** Bytes that a cache counts for an answer. */
export function answerBytes({ body, headers }: Answer): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length)
}

/** Every answer carries this request's own ids, whatever the backend or an earlier request said. */
export function withServiceHeaders(answer: Answer, { requestId, extendedRequestId }: RequestIds): Answer {
  const headers = answer.headers.filter(([name]) => !SERVICE_HEADERS.has(name.toLowerCase()))
  return { ...answer, headers: [['x-amzn-RequestId', requestId], ['x-amz-apigw-id', extendedRequestId], ...headers] }
}

const SERVICE_HEADERS = new Set(['x-amzn-requestid', 'x-amz-apigw-id'])

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
  let bytes = body.length
  for (const [name, value] of headers) bytes += name.length + value.length
  return bytes
}

/** Every answer carries this request's own ids, whatever the backend or an earlier request said. */
export function withServiceHeaders(answer: Answer, { requestId, extendedRequestId }: RequestIds): Answer {
  const { status, body } = answer
  const headers: HeaderList[number][] = [
    ['x-amzn-RequestId', requestId],
    ['x-amz-apigw-id', extendedRequestId],
  ]
  for (const header of answer.headers) if (!isOfService(header[0])) headers.push(header)
  return { status, headers, body }
}

/** Most names differ in length already. */
function isOfService(name: string): boolean {
  if (name.length === REQUEST_ID.length) return name.toLowerCase() === REQUEST_ID
  return name.length === EXTENDED_REQUEST_ID.length && name.toLowerCase() === EXTENDED_REQUEST_ID
}

const REQUEST_ID = 'x-amzn-requestid'
const EXTENDED_REQUEST_ID = 'x-amz-apigw-id'

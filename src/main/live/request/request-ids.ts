import { randomUUID } from 'node:crypto'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { randomFromPool } from './random-pool'

/** What names one request in answers, events and logs. */
export interface RequestIds {
  /** A UUID; `x-amzn-RequestId`. */
  readonly requestId: string
  /** `x-amz-apigw-id`, as in "Ax3kQ0mRoAMF9Tw=". */
  readonly extendedRequestId: string
  /** `X-Amzn-Trace-Id`, as in "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0". */
  readonly traceId: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const ROOT = /^1-[0-9a-f]{8}-[0-9a-f]{24}$/i

/** A client may choose the request id and begin the trace. `wall` in milliseconds since 1970. Source: rest-api.md 2.3. */
export function requestIds(headers: HeaderList, wall: number): RequestIds {
  const chosen = headerValue(headers, 'x-amzn-RequestId')
  return {
    requestId: chosen !== undefined && UUID.test(chosen) ? chosen : randomUUID(),
    // Eleven bytes, because the service's ids end in one "=".
    extendedRequestId: randomFromPool(11).toString('base64'),
    traceId: traceId(headerValue(headers, 'X-Amzn-Trace-Id'), wall),
  }
}

function traceId(sent: string | undefined, wall: number): string {
  const parts = new Map((sent ?? '').split(';').map((part) => part.trim().split('=') as [string, string]))
  const root = parts.get('Root')
  if (root === undefined || !ROOT.test(root)) {
    const seconds = Math.floor(wall / 1000)
      .toString(16)
      .padStart(8, '0')
    return `Root=1-${seconds}-${randomFromPool(12).toString('hex')}`
  }
  const parent = parts.get('Parent')
  const sampled = parts.get('Sampled')
  return [
    `Root=${root}`,
    `Parent=${parent !== undefined && /^[0-9a-f]{16}$/i.test(parent) ? parent : randomFromPool(8).toString('hex')}`,
    `Sampled=${sampled === '1' ? '1' : '0'}`,
  ].join(';')
}

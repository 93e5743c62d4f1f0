import { randomUUID } from 'node:crypto'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { randomText } from './random-pool'

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
  return new OwnIds(headers, wall)
}

/** Most answers say nothing of the trace: its id is made for who asks, and once. */
class OwnIds implements RequestIds {
  readonly requestId: string
  readonly extendedRequestId: string
  private readonly headers: HeaderList
  private readonly wall: number
  private trace: string | null = null

  constructor(headers: HeaderList, wall: number) {
    const chosen = headerValue(headers, 'x-amzn-requestid')
    this.requestId = chosen !== undefined && UUID.test(chosen) ? chosen : randomUUID()
    // Eleven bytes, because the service's ids end in one "=".
    this.extendedRequestId = randomText(11, 'base64')
    this.headers = headers
    this.wall = wall
  }

  get traceId(): string {
    return (this.trace ??= traceId(headerValue(this.headers, 'x-amzn-trace-id'), this.wall))
  }
}

function traceId(sent: string | undefined, wall: number): string {
  const parts = new Map((sent ?? '').split(';').map((part) => part.trim().split('=') as [string, string]))
  const root = parts.get('Root')
  if (root === undefined || !ROOT.test(root)) {
    const seconds = Math.floor(wall / 1000)
      .toString(16)
      .padStart(8, '0')
    return `Root=1-${seconds}-${randomText(12, 'hex')}`
  }
  const parent = parts.get('Parent')
  const sampled = parts.get('Sampled')
  return [
    `Root=${root}`,
    `Parent=${parent !== undefined && /^[0-9a-f]{16}$/i.test(parent) ? parent : randomText(8, 'hex')}`,
    `Sampled=${sampled === '1' ? '1' : '0'}`,
  ].join(';')
}

import { request, type IncomingMessage } from 'node:http'
import { performance } from 'node:perf_hooks'
import { GatewrightError } from '@shared/contract/errors'
import { headerListOf, type HeaderList } from '../../engine/mapping/header-list'
import { readBody } from '../request/read-body'
import type { ComposedRequest } from './compose-request'

/** What came back over the socket. */
export interface ReceivedAnswer {
  readonly status: number
  readonly headers: HeaderList
  readonly bytes: Buffer
  readonly durationMs: number
}

/** What a caller waits for and takes at most. */
export interface SendLimits {
  readonly milliseconds: number
  readonly bytes: number
}

/** Authorizer and integration may each take their whole time; an answer is at most 10 MB and its headers. */
const LIMITS_OF_ANSWERS: SendLimits = { milliseconds: 5 * 60_000, bytes: 16 * 1024 * 1024 }

/**
 * Send a request over a connection of its own and read the answer as it is: nothing is followed, decoded or added.
 * Throws `live/no-answer`.
 */
export async function sendRequest(
  address: { readonly host: string; readonly port: number },
  composed: ComposedRequest,
  limits: SendLimits = LIMITS_OF_ANSWERS,
): Promise<ReceivedAnswer> {
  const startedAt = performance.now()
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const response = await exchange(address, composed, signal)
    const reading = await readBody(response, limits.bytes)
    if (reading.kind === 'too-large') throw tooLarge(response, limits.bytes)
    if (reading.kind !== 'read') throw new Error('the gateway broke off its answer')
    return {
      status: response.statusCode!,
      headers: headerListOf(response.rawHeaders).map(([name, value]) => [name, fromWire(value)] as const),
      bytes: reading.body,
      durationMs: performance.now() - startedAt,
    }
  } catch (error) {
    if (error instanceof GatewrightError) throw error
    throw noAnswer(signal.aborted ? `nothing came within ${limits.milliseconds / 1000} s` : reasonOf(error), error)
  }
}

function exchange(
  { host, port }: { readonly host: string; readonly port: number },
  { method, target, headers, body }: ComposedRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const flat = headers.flatMap(([name, value]) => [name, toWire(value)])
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host, port, method, path: target, headers: flat, setHost: false, agent: false, signal },
      resolve,
    )
    outgoing.on('error', reject)
    outgoing.end(body ?? undefined)
  })
}

/** Node writes and reads headers as Latin-1; people write UTF-8. */
function toWire(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1')
}

function fromWire(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? value : text
}

function tooLarge(response: IncomingMessage, bytes: number): GatewrightError {
  response.destroy()
  const status = response.statusCode
  return noAnswer(`the answer (status ${status}) is larger than ${bytes / 1024 / 1024} MB, which is not kept`)
}

function noAnswer(why: string, cause?: unknown): GatewrightError {
  const message = `The gateway gave no answer that can be shown: ${why}. See the gateway's log for what it met.`
  return new GatewrightError('live/no-answer', message, { cause })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

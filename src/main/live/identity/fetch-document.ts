import { request as httpRequest, type IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { guardedLookup, refusalOf } from '../backends/target-guard'
import { readBody } from '../request/read-body'
import type { FetchedDocument } from './key-set-steps'
import { httpsModule } from '../late-modules'

/** Bounds of one document. Source: http-api.md 5.1 (discovery and JWKS 1,500 ms each, JWKS 150,000 bytes). */
export interface DocumentLimits {
  readonly timeoutMs: number
  readonly bytes: number
}

const LIMITS_OF_DOCUMENTS: DocumentLimits = { timeoutMs: 1_500, bytes: 150_000 }

/** GET a document. Redirects are not followed, and link-local addresses are not called, whatever name leads to them. Never rejects. */
export async function fetchDocument(
  url: URL,
  { timeoutMs, bytes }: DocumentLimits = LIMITS_OF_DOCUMENTS,
): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(timeoutMs)
  const late = failed(`${url.href} did not answer within ${timeoutMs} ms`)
  try {
    const response = await get(url, signal)
    const document = await readDocument(url, response, bytes)
    return signal.aborted ? late : document
  } catch (error) {
    return signal.aborted ? late : failed(`${url.href}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function get(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const refusal = isIP(hostname) === 0 ? null : refusalOf(hostname, port, [])
  if (refusal !== null) return Promise.reject(new Error(refusal))
  const headers = { Accept: 'application/json' }
  const options = { hostname, port, path: url.pathname + url.search, headers, agent: false, signal } as const
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsModule().request : httpRequest
    const request = send({ ...options, lookup: guardedLookup(port, []) }, resolve)
    request.on('error', reject)
    request.end()
  })
}

async function readDocument(url: URL, response: IncomingMessage, bytes: number): Promise<FetchedDocument> {
  if (response.statusCode !== 200) {
    response.destroy()
    return failed(`${url.href} answered ${response.statusCode}, not 200`)
  }
  const reading = await readBody(response, bytes)
  if (reading.kind === 'read') return { kind: 'text', text: reading.body.toString('utf8') }
  response.destroy()
  const isLarge = reading.kind === 'too-large'
  return failed(`${url.href} ${isLarge ? `is larger than ${bytes} bytes` : 'broke off its answer'}`)
}

function failed(problem: string): FetchedDocument {
  return { kind: 'failed', problem }
}

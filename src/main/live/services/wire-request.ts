import type { IncomingMessage } from 'node:http'
import type { HeaderList } from '../../engine/mapping/header-list'
import { parseQuery } from '../../engine/mapping/query-string'
import type { ServiceRequest } from '../../engine/mapping/service-request'

/** Where requests of an SDK go on AWS: "orders.s3.us-east-1.amazonaws.com", "sqs.us-east-1.amazonaws.com", "s3.amazonaws.com". */
const AWS_HOST = /^(?:(.+)\.)?[a-z0-9-]+?(?:\.[a-z]{2}(?:-[a-z]+)+-\d+)?\.amazonaws\.com$/

/**
 * What an SDK sent, as a stand-in takes it: the service and its Region are those that the signature is for. Null without a signature,
 * which a page in a browser cannot make somebody send unnoticed.
 */
export function wireRequest(request: IncomingMessage, body: Uint8Array): ServiceRequest | null {
  const { method = 'GET', url = '/', headers, rawHeaders } = request
  const scope = /^AWS4-HMAC-SHA256 Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  )
  if (scope === null) return null
  const [, region = '', service = ''] = scope
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  const mark = url.indexOf('?')
  const [path, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
  return {
    region,
    service,
    subdomain: service === 's3' ? (AWS_HOST.exec(host)?.[1] ?? null) : null,
    method,
    host,
    path,
    query: parseQuery(query),
    headers: pairs(rawHeaders).filter(([name]) => !['host', 'content-length'].includes(name.toLowerCase())),
    body,
  }
}

function pairs(rawHeaders: readonly string[]): HeaderList {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []))
}

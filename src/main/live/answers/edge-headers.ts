import { createHash } from 'node:crypto'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { Answer } from './answer'

/** What an edge-optimized API is known by: the distribution in front of it. */
export interface EdgeRequest {
  readonly apiId: string
  /** Of this request. */
  readonly extendedRequestId: string
}

const POINT_OF_PRESENCE = 'LOCAL1-P1'

/**
 * An answer as it leaves through the distribution of an edge-optimized API. Source: rest-api.md 2.3, recorded. Departure: there is no
 * distribution here, so the values name none; a client sees that the headers are there.
 */
export function behindEdge(answer: Answer, edge: EdgeRequest): Answer {
  const { status, headers, body } = answer
  const said = status < 400 ? 'Miss from cloudfront' : 'Error from cloudfront'
  const own: HeaderList = [
    ['X-Cache', said],
    ['Via', viaOf('1.1', edge)],
    ['X-Amz-Cf-Pop', POINT_OF_PRESENCE],
    ['X-Amz-Cf-Id', edgeRequestId(edge)],
  ]
  const names = new Set(own.map(([name]) => name.toLowerCase()))
  return { status, body, headers: [...headers.filter(([name]) => !names.has(name.toLowerCase())), ...own] }
}

/**
 * What the distribution adds to the request that integrations see. Source: rest-api.md 2.3, recorded. Departure: country and network of
 * the viewer are not known here; a client may send `CloudFront-Viewer-Country` and `CloudFront-Viewer-ASN` itself.
 */
export function edgeRequestHeaders(sent: HeaderList, edge: EdgeRequest): HeaderList {
  const device = deviceOf(headerValue(sent, 'User-Agent') ?? '')
  const isDevice = (name: string): [string, string] => [`CloudFront-Is-${name}-Viewer`, String(name === device)]
  return [
    ['CloudFront-Forwarded-Proto', 'https'],
    ...['Desktop', 'Mobile', 'SmartTV', 'Tablet'].map(isDevice),
    ['Via', viaOf('1.1', edge)],
    ['X-Amz-Cf-Id', edgeRequestId(edge)],
  ]
}

function deviceOf(userAgent: string): string {
  if (/smart-?tv|appletv|googletv|hbbtv/i.test(userAgent)) return 'SmartTV'
  if (/ipad|tablet/i.test(userAgent)) return 'Tablet'
  return /mobi|iphone|android/i.test(userAgent) ? 'Mobile' : 'Desktop'
}

/** The same name for every request to an API. */
function viaOf(httpVersion: string, { apiId }: EdgeRequest): string {
  return `${httpVersion} ${digest(apiId, 'hex').slice(0, 32)}.cloudfront.net (CloudFront)`
}

function edgeRequestId({ extendedRequestId }: EdgeRequest): string {
  return `${digest(extendedRequestId, 'base64url')}==`
}

function digest(text: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding)
}

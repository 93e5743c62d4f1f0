import { signRequest } from '../../../engine/authorizers/sigv4/sign-request'
import type { HeaderList } from '../../../engine/mapping/header-list'
import { NODE_SIGV4_CRYPTO } from '../../../live/identity/sigv4-crypto'
import type { Given, HttpVector } from './http-vector'
import { conditionOf } from './vector-condition'
import { vectorToken } from './vector-token'
import { VECTOR_HEADER, type VectorWorld } from './vector-world'

/** One request of a vector, below its API's own address. */
export interface PlayedRequest {
  readonly method: string
  /** With its query. */
  readonly target: string
  readonly headers: HeaderList
  readonly body: Buffer | null
}

/** The user that signs. */
export const SIGNER = { name: 'signer', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example-secret' } as const

/** Every request of a vector, in their order. `now` in milliseconds since 1970. */
export function vectorRequests(vector: HttpVector, id: string, world: VectorWorld, now: number): PlayedRequest[] {
  const { given } = vector
  if (given.requests !== undefined) return given.requests.map((text) => writtenRequest(text, given))
  const { request = {} } = given
  const token = vectorToken(given, world.tokens, world.issuer, now)
  const isHttp = given.backendResponse !== undefined || vector.expect.lambdaEventSubset === undefined
  const condition = given.condition === undefined ? null : conditionOf(given.condition)
  const query = request.query === undefined || request.query === '' ? '' : `?${request.query}`
  const played: PlayedRequest = {
    method: request.method ?? methodOf(given),
    target: `${request.path ?? pathOf(given)}${query}`,
    headers: [
      ...(request.headers ?? []),
      ...(token === null ? [] : [['Authorization', token] as const]),
      ...(isHttp ? [[VECTOR_HEADER, id] as const] : []),
    ],
    body: condition?.bodyBytes === undefined ? bodyOf(request) : Buffer.alloc(condition.bodyBytes),
  }
  return [request.signed === true ? signed(played, `127.0.0.1:${world.port}`, id, now) : played]
}

/** "GET /a cookie=x": what is no query parameter of an identity source is a header. */
function writtenRequest(text: string, { identitySource = [] }: Given): PlayedRequest {
  const [method = 'GET', path = '/', ...pairs] = text.split(' ')
  const parts = pairs.map((pair) => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const
  })
  const isQuery = ([name]: readonly [string, string]): boolean =>
    identitySource.includes(`$request.querystring.${name}`)
  const query = parts.filter(isQuery).map(([name, value]) => `${name}=${value}`)
  return {
    method,
    target: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: parts.filter((pair) => !isQuery(pair)),
    body: null,
  }
}

function bodyOf({ body, bodyBase64 }: NonNullable<Given['request']>): Buffer | null {
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64')
  return body === undefined ? null : Buffer.from(body, 'utf8')
}

/** The method that a route key asks for, POST where there is a body to be sent. */
function methodOf({ routeKey, condition }: Given): string {
  const [method = ''] = (routeKey ?? '').split(' ')
  if (/^[A-Z]+$/.test(method) && method !== 'ANY') return method
  return condition === undefined ? 'GET' : 'POST'
}

function pathOf({ pathParameters, routeKey }: Given): string {
  if (pathParameters === undefined) return /\{/.test(routeKey ?? '{') ? '/' : routeKey!.split(' ')[1]!
  const values = Object.values(pathParameters).map((value) => encodeURIComponent(value))
  return `/${values.join('/')}`
}

/** The path that is signed is the one that is sent, so the API's id is part of it. */
function signed(played: PlayedRequest, address: string, id: string, now: number): PlayedRequest {
  const [path = '', rawQuery = ''] = played.target.split('?', 2)
  const body = played.body ?? Buffer.alloc(0)
  const headers: HeaderList = [['Host', address], ...played.headers]
  const options = { credentials: SIGNER, region: 'us-east-1', service: 'execute-api', at: now, form: 'header' as const }
  const toSign = { method: played.method, path: `/${id}${path}`, rawQuery, headers, body }
  return { ...played, headers: signRequest(toSign, options, NODE_SIGV4_CRYPTO).request.headers }
}

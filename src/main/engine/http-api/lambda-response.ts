import type { ByteCodec } from '../mapping/byte-codec'
import { groupByName, type HeaderList } from '../mapping/header-list'
import type { HttpAnswer } from './http-answer'

export type PayloadFormat = '1.0' | '2.0'

/** What a function's payload comes to; `malformed` is answered with 500 and says why. */
export type LambdaReading =
  { readonly kind: 'answer'; readonly answer: HttpAnswer } | { readonly kind: 'malformed'; readonly reason: string }

type Members = Readonly<Record<string, unknown>>

const DEFAULT_TYPE = ['content-type', 'text/plain; charset=utf-8'] as const
const INFERRED_TYPE = ['content-type', 'application/json'] as const

/**
 * What a function behind AWS_PROXY returned, from the text of its payload. In format 2.0 anything that is no object with a `statusCode`
 * is the body itself; format 1.0 infers nothing. Source: http-api.md 8.2.4 and 8.2.5, recorded and observed.
 */
export function readLambdaPayload(payload: string, format: PayloadFormat, codec: ByteCodec): LambdaReading {
  const value = parsed(payload)
  if (isMembers(value) && Object.hasOwn(value, 'statusCode')) return readResponse(value, format, codec)
  if (format === '1.0') return malformed('it is no object with a statusCode')
  const body = typeof value === 'string' ? value : payload
  return { kind: 'answer', answer: { status: 200, headers: [INFERRED_TYPE], body: codec.bytesOf(body) } }
}

function readResponse(response: Members, format: PayloadFormat, codec: ByteCodec): LambdaReading {
  const status = own(response, 'statusCode')
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    return malformed('statusCode is no HTTP status')
  }
  const headers = format === '1.0' ? bothHeaders(response) : headersWithCookies(response)
  if (typeof headers === 'string') return malformed(headers)
  const text = own(response, 'body') ?? ''
  if (typeof text !== 'string') return malformed('body is not text')
  const body = own(response, 'isBase64Encoded') === true ? codec.bytesOfBase64(text) : codec.bytesOf(text)
  if (body === null) return malformed('the function marked its body as base64, but it is not')
  return { kind: 'answer', answer: { status, headers: withType(headers), body } }
}

/** In format 2.0 each cookie is a `set-cookie` of its own. A text says what is wrong. */
function headersWithCookies(response: Members): HeaderList | string {
  const headers = singleHeaders(response)
  const cookies = own(response, 'cookies') ?? []
  if (typeof headers === 'string') return headers
  if (!Array.isArray(cookies) || !cookies.every((cookie) => typeof cookie === 'string')) {
    return 'cookies is not a list of texts'
  }
  return [...headers, ...cookies.map((cookie) => ['set-cookie', cookie] as const)]
}

/** In format 1.0 the single value of a name comes before the list of the same name. */
function bothHeaders(response: Members): HeaderList | string {
  const single = singleHeaders(response)
  const multi = own(response, 'multiValueHeaders') ?? {}
  if (typeof single === 'string') return single
  if (!isMembers(multi)) return 'multiValueHeaders is not an object'
  const list = [...single]
  for (const [name, values] of Object.entries(multi)) {
    if (!Array.isArray(values)) return `multiValueHeaders.${name} is not a list`
    for (const value of values) {
      const text = textOf(value)
      if (text === null) return `multiValueHeaders.${name} has a value that is not text`
      list.push([name, text] as const)
    }
  }
  return [...groupByName(list)].flatMap(([name, values]) => values.map((value) => [name, value] as const))
}

function singleHeaders(response: Members): HeaderList | string {
  const headers = own(response, 'headers') ?? {}
  if (!isMembers(headers)) return 'headers is not an object'
  const list: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) continue
    const text = textOf(value)
    if (text === null) return `headers.${name} is not text`
    list.push([name, text])
  }
  return list
}

function withType(headers: HeaderList): HeaderList {
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  return hasType ? headers : [DEFAULT_TYPE, ...headers]
}

/** Undefined for what is no JSON. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown
  } catch {
    return undefined
  }
}

/** Numbers and booleans are taken as their text. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined
}

function malformed(reason: string): LambdaReading {
  return { kind: 'malformed', reason: `malformed response of the function: ${reason}` }
}

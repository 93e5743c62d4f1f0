import { groupByName, type HeaderList } from '../../engine/mapping/header-list'
import { remapProxyHeaders, withContentType } from '../../engine/mapping/header-remapping'
import { firstAccepted, isBinaryType } from '../../engine/mapping/media-type'
import { BUFFER_CODEC, bufferOf } from '../buffer-codec'
import { configurationError, functionError, type BackendAnswer } from './backend-answer'

const MEMBERS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'])
const DROPPED: ReadonlySet<string> = new Set(['transfer-encoding'])

/** What the client asked for and the API can send. */
export interface BinaryChoice {
  readonly accept: string | undefined
  readonly binaryMediaTypes: readonly string[] | undefined
}

/**
 * What a function behind AWS_PROXY returned, as an answer. Every member may be missing; one that the service does not know, or of the
 * wrong kind, is a malformed result (502).
 * Source: API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"; rest-api.md 9.3, recorded.
 */
export function readProxyResult(result: unknown, choice: BinaryChoice): BackendAnswer {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) {
    return malformed('it is not an object')
  }
  const members = new Map(Object.entries(result))
  const unknown = [...members.keys()].find((name) => !MEMBERS.has(name))
  if (unknown !== undefined) return malformed(`the service does not know its member "${unknown}"`)
  const status = statusOf(members.get('statusCode'))
  if (status === null) return malformed('statusCode is no HTTP status')
  const headers = headersOf(members.get('headers'), members.get('multiValueHeaders'))
  if (typeof headers === 'string') return malformed(headers)
  const body = members.get('body') ?? ''
  if (typeof body !== 'string') return malformed('body is not text')
  const bytes = members.get('isBase64Encoded') === true ? decodeBody(body, choice) : Buffer.from(body, 'utf8')
  if (bytes === null) return configurationError('the function marked its body as base64, but it is not')
  return { kind: 'response', status, headers: withContentType(remapProxyHeaders(headers, DROPPED)), body: bytes }
}

function malformed(why: string): BackendAnswer {
  return functionError(`malformed Lambda proxy response: ${why}`)
}

function statusOf(value: unknown): number | null {
  if (value === undefined || value === null) return 200
  const status = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : null
}

/** Several values come first, then the single one of the same name, spelled as with several. A text says what is wrong. */
function headersOf(single: unknown, multi: unknown): HeaderList | string {
  const list: [string, string][] = []
  for (const [name, values] of Object.entries(multi ?? {})) {
    if (!Array.isArray(values)) return `multiValueHeaders.${name} is not a list`
    for (const value of values as readonly unknown[]) {
      const text = textOf(value)
      if (text === undefined) return `multiValueHeaders.${name} has a value that is not text`
      list.push([name, text])
    }
  }
  if (typeof (multi ?? {}) !== 'object' || Array.isArray(multi)) return 'multiValueHeaders is not an object'
  if (typeof (single ?? {}) !== 'object' || Array.isArray(single)) return 'headers is not an object'
  for (const [name, value] of Object.entries(single ?? {})) {
    if (value === null) continue
    const text = textOf(value)
    if (text === undefined) return `headers.${name} is not text`
    list.push([name, text])
  }
  return [...groupByName(list)].flatMap(([name, values]) => values.map((value) => [name, value] as const))
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Only what the client accepts first decides; the content type that the function gives does not. Null: it is no base64. */
function decodeBody(body: string, { accept, binaryMediaTypes }: BinaryChoice): Buffer | null {
  if (!isBinaryType(binaryMediaTypes, firstAccepted(accept))) return Buffer.from(body, 'utf8')
  const bytes = BUFFER_CODEC.bytesOfBase64(body)
  return bytes && bufferOf(bytes)
}

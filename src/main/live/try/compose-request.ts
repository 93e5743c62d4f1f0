import type { ApiKey } from '@shared/design/api-key'
import type { IamUser } from '@shared/design/identity'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { TICKET_HEADER } from './caller-tickets'
import { cannotSend } from './cannot-send'

/** A request as it goes out: every header is written here, none by the client below. */
export interface ComposedRequest {
  readonly method: string
  /** "/a1b2c3d4e5/prod/orders?a=1". */
  readonly target: string
  readonly headers: HeaderList
  readonly body: Buffer | null
}

/** What a request is made of. */
export interface RequestParts {
  readonly apiId: string
  readonly stage: string
  readonly method: string
  readonly path: string
  readonly headers: HeaderList
  readonly body: string | null
  readonly apiKey: ApiKey | null
  readonly token: { readonly header: string; readonly value: string } | null
  readonly iamUser: IamUser | null
  readonly region: string
  /** "127.0.0.1:3000". */
  readonly address: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Decided by this client alone: what somebody writes there would only break the message. */
const FRAMING = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  TICKET_HEADER,
])

/** Verbs whose requests say that they have no body when they have none. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/**
 * The caller's headers in their order and spelling, then what was chosen beside them: the key, the token, the signature.
 * Throws `live/cannot-send` for a header that HTTP cannot carry.
 */
export function composeRequest(parts: RequestParts): ComposedRequest {
  const { method, apiKey, token, iamUser } = parts
  const added: HeaderList = [
    ...(apiKey === null ? [] : [['x-api-key', apiKey.value] as const]),
    ...(token === null ? [] : [[token.header, bearer(token.header, token.value)] as const]),
  ]
  const replaced = new Set(['host', ...added.map(([name]) => name.toLowerCase())])
  const host = headerValue(parts.headers, 'Host') ?? parts.address
  const own = parts.headers.filter(([name]) => !FRAMING.has(name.toLowerCase()) && !replaced.has(name.toLowerCase()))
  const headers: HeaderList = [['Host', host], ...own, ...added]
  headers.forEach(refuseBroken)
  const body = parts.body === null ? null : Buffer.from(parts.body, 'utf8')
  const target = `${stageBase(parts)}${belowStage(parts.path)}`
  const request = { method, target, headers, body }
  const proven = iamUser === null ? headers : signed(request, iamUser, parts)
  return { ...request, headers: [...proven, ...framing(method, body)] }
}

/** Where a stage answers: only `$default` of an HTTP API is not named in the path. */
function stageBase({ apiId, stage }: Pick<RequestParts, 'apiId' | 'stage'>): string {
  return `/${encodeURIComponent(apiId)}${stage === DEFAULT_STAGE ? '' : `/${encodeURIComponent(stage)}`}`
}

const DEFAULT_STAGE = '$default'

/** "orders" -> "/orders"; what cannot stand in a request line is encoded, what is encoded already stays. */
function belowStage(path: string): string {
  const rooted = path === '' || path.startsWith('/') || path.startsWith('?') ? path : `/${path}`
  return rooted.replaceAll(/[^\u0021\u0024-\u007e]/gu, (character) =>
    /^[\ud800-\udfff]$/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  )
}

function bearer(header: string, token: string): string {
  return header.toLowerCase() === 'authorization' ? `Bearer ${token}` : token
}

function signed(
  { method, target, headers, body }: ComposedRequest,
  { accessKeyId, secretAccessKey }: IamUser,
  { region, now }: RequestParts,
): HeaderList {
  const mark = target.indexOf('?')
  const { request } = signRequest(
    {
      method,
      path: mark === -1 ? target : target.slice(0, mark),
      rawQuery: mark === -1 ? '' : target.slice(mark + 1),
      headers,
      body: body ?? Buffer.alloc(0),
    },
    { credentials: { accessKeyId, secretAccessKey }, region, service: 'execute-api', at: now, form: 'header' },
    NODE_SIGV4_CRYPTO,
  )
  return request.headers
}

function framing(method: string, body: Buffer | null): HeaderList {
  const length = body?.length ?? (WITH_BODY.has(method) ? 0 : null)
  return [...(length === null ? [] : [['Content-Length', String(length)] as const]), ['Connection', 'close']]
}

function refuseBroken([name, value]: HeaderList[number]): void {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    throw cannotSend(`${JSON.stringify(name)} is no header name. Use letters, digits and hyphens.`)
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
    throw cannotSend(`the header ${name} holds a line break or another control character. Take it out.`)
  }
}

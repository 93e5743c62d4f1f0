import type { CallableApi } from '@shared/design/callable-api'
import type { DraftRequest } from '../../stores/try-request'
import { pathOf } from './match-route'

/** Where a page of one's own mostly runs. */
const USUAL_ORIGIN = 'http://localhost:5173'
/** Sent without asking. Source: Fetch Standard, "CORS-safelisted request-header". */
const SAFE = new Set(['accept', 'accept-language', 'content-language', 'range'])
const SAFE_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i

/** What a browser asks before it sends a request of a page that has another origin. */
export function preflightOfRequest(api: CallableApi | null, request: DraftRequest): DraftRequest {
  const names = askedHeaders(request)
  return {
    ...request,
    method: 'OPTIONS',
    path: pathOf(request.path),
    headers: [
      ['Origin', originFor(api)],
      ['Access-Control-Request-Method', request.method],
      ...(names.length === 0 ? [] : [['Access-Control-Request-Headers', names.join(',')] as const]),
    ],
    body: null,
    apiKeyId: null,
    token: null,
    iamUser: null,
  }
}

/** The first that the API names, if it has such a list. */
function originFor(api: CallableApi | null): string {
  const allowed = api?.protocolType === 'HTTP' ? (api.corsConfiguration?.allowOrigins ?? []) : []
  return allowed.find((origin) => !origin.includes('*')) ?? USUAL_ORIGIN
}

/** In lower case and order, as browsers write them. */
function askedHeaders({ headers, token, iamUser, apiKeyId }: DraftRequest): string[] {
  const own = headers
    .filter(([name, value]) => !isSafe(name.toLowerCase(), value))
    .map(([name]) => name.toLowerCase())
    .filter((name) => name !== '' && name !== 'origin' && !name.startsWith('access-control-request-'))
  const added = [
    ...(token === null ? [] : [token.header.toLowerCase()]),
    ...(iamUser === null ? [] : ['authorization', 'x-amz-date']),
    ...(apiKeyId === null ? [] : ['x-api-key']),
  ]
  return [...new Set([...own, ...added])].toSorted()
}

function isSafe(name: string, value: string): boolean {
  return SAFE.has(name) || (name === 'content-type' && SAFE_TYPES.test(value))
}

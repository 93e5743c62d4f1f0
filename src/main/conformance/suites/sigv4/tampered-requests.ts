import { basicDate, parseBasicDate } from '../../../engine/authorizers/sigv4/basic-date'
import type { SigV4Request } from '../../../engine/authorizers/sigv4/sigv4-request'

/** A signed request with one thing changed, and what that is. */
export interface TamperedRequest {
  readonly what: string
  readonly request: SigV4Request
}

/** A signed request, changed in every way that its signature must notice. */
export function tamperedRequests(request: SigV4Request): readonly TamperedRequest[] {
  const { method, path, rawQuery, body } = request
  const withQuery = (pairs: readonly string[]) => ({ ...request, rawQuery: pairs.join('&') })
  const pairs = rawQuery === '' ? [] : rawQuery.split('&')
  return [
    { what: 'the method', request: { ...request, method: method === 'PUT' ? 'POST' : 'PUT' } },
    { what: 'the path', request: { ...request, path: `${path}x` } },
    { what: 'the body', request: { ...request, body: Uint8Array.from([...body, 33]) } },
    { what: 'a parameter more', request: withQuery([...pairs, 'tampered=1']) },
    ...pairs.flatMap((pair, index) => [
      { what: `the parameter ${pair}`, request: withQuery(pairs.with(index, `${pair}x`)) },
      { what: `the lack of ${pair}`, request: withQuery(pairs.toSpliced(index, 1)) },
    ]),
    ...tamperedHeaders(request),
    ...tamperedSignatures(request),
  ]
}

function tamperedHeaders(request: SigV4Request): TamperedRequest[] {
  return request.headers.flatMap(([name, value], index) => [
    { what: `the header ${name}`, request: withHeader(request, index, `${value}x`) },
    { what: `the lack of ${name}`, request: { ...request, headers: request.headers.toSpliced(index, 1) } },
  ])
}

/** What the request says of its signature, wherever it says so. */
function tamperedSignatures(request: SigV4Request): TamperedRequest[] {
  const inText = (what: string, change: (text: string) => string) => ({ what, request: rewritten(request, change) })
  return [
    inText('the region', (text) =>
      text.replace(/(\/|%2F)([a-z0-9-]+)((?:\/|%2F)[a-z0-9-]+(?:\/|%2F)aws4_request)/, '$1xx-west-9$3'),
    ),
    inText('the service', (text) => text.replace(/[a-z0-9-]+((?:\/|%2F)aws4_request)/, 'other$1')),
    inText('the terminator', (text) => text.replace('aws4_request', 'aws4_requests')),
    inText('the day', (text) => text.replace(/(\/|%2F)\d{8}(?=\/|%2F)/, '$119990101')),
    inText('the key', (text) => text.replace(/(Credential=)(\w)/, '$1X$2')),
    inText('the algorithm', (text) => text.replace('AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1')),
    inText('the names of signed headers', (text) => text.replace(/(SignedHeaders=[\w%;-]*)/, '$1;x-other')),
    inText('a digit', (text) =>
      text.replace(/(Signature=)(\w)/, (_all, name, digit) => `${name}${digit === '0' ? 1 : 0}`),
    ),
    inText('the second', (text) => text.replace(/\d{8}T\d{6}Z/, (date) => basicDate(parseBasicDate(date) + 1000))),
  ]
}

/** Changes the query where that holds the signature, else the headers that do. */
function rewritten(request: SigV4Request, change: (text: string) => string): SigV4Request {
  if (request.rawQuery.includes('X-Amz-Signature')) return { ...request, rawQuery: change(request.rawQuery) }
  const headers = request.headers.map(
    ([name, value]) => [name, /^(?:authorization|x-amz-date)$/i.test(name) ? change(value) : value] as const,
  )
  return { ...request, headers }
}

function withHeader(request: SigV4Request, index: number, value: string): SigV4Request {
  const name = request.headers[index]![0]
  return { ...request, headers: request.headers.with(index, [name, value]) }
}

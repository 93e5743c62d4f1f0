import type { SigV4Request } from '../../engine/authorizers/sigv4/sigv4-request'
import type { HeaderList } from '../../engine/mapping/header-list'

/** What Node tells of a request, its body as it came: before it is decompressed, and with the headers that speak of that. */
export interface Received {
  readonly verb: string
  readonly url: string
  readonly headers: HeaderList
}

/** A received request for `verifySigV4`. Node reads headers as Latin-1; who signs them counts in UTF-8. */
export function receivedRequest({ verb, url, headers }: Received, body: Uint8Array): SigV4Request {
  const mark = url.indexOf('?')
  return {
    method: verb,
    path: mark === -1 ? url : url.slice(0, mark),
    rawQuery: mark === -1 ? '' : url.slice(mark + 1),
    headers: headers.map(([name, value]) => [name, Buffer.from(value, 'latin1').toString('utf8')] as const),
    body,
  }
}

import { signRequest, type SigningOptions } from '../../engine/authorizers/sigv4/sign-request'
import type { SigV4Request } from '../../engine/authorizers/sigv4/sigv4-request'
import type { HeaderList } from '../../engine/mapping/header-list'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { exchange, type Received, type ServedSample } from './served-sample'
import { testClock } from './test-clock'

/** When `testClock` begins. */
export const STARTED_AT = testClock().wall()

/** A request to be signed, below the first stage. */
export interface Unsigned {
  readonly method?: string
  /** With its query. */
  readonly path?: string
  readonly headers?: HeaderList
  readonly body?: string | Buffer
  readonly signing: Partial<SigningOptions> & Pick<SigningOptions, 'credentials'>
  /** What somebody changes of it on its way. */
  readonly tamper?: (signed: SigV4Request) => SigV4Request
}

/** Sign a request as a client does, and send it. */
export function sendSigned({ state }: Pick<ServedSample, 'state'>, unsigned: Unsigned): Promise<Received> {
  const { method = 'GET', path = '/orders/7', headers = [], body = '', signing, tamper } = unsigned
  const base = new URL(state.apis[0]!.url)
  const [pathname = '', rawQuery = ''] = path.split('?')
  const { request } = signRequest(
    {
      method,
      path: base.pathname + pathname,
      rawQuery,
      headers: [['Host', base.host], ...headers],
      body: Buffer.from(body),
    },
    { region: 'us-east-1', service: 'execute-api', at: STARTED_AT, form: 'header', ...signing },
    NODE_SIGV4_CRYPTO,
  )
  const sent = tamper === undefined ? request : tamper(request)
  return exchange(state.port, sent.rawQuery === '' ? sent.path : `${sent.path}?${sent.rawQuery}`, {
    method: sent.method,
    headers: Object.fromEntries(sent.headers),
    body: Buffer.from(sent.body),
  })
}

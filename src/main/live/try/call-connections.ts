import type { ConnectionsAnswer } from '@shared/contract/websocket'
import type { Design } from '@shared/design/design'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import { LOCAL_CREDENTIALS } from '../functions/local-apis'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import type { ManagedConnection } from '../websocket-api/manage-connection'
import { sendRequest } from './send-request'

/** Call `@connections` of a stage, signed as by a function of the project. Throws `live/no-answer`. */
export async function callConnections(
  ports: { readonly design: Design; readonly host: string; readonly port: number; readonly wall: () => number },
  { apiId, connectionId, stage }: ManagedConnection,
  method: 'POST' | 'DELETE',
  text: string,
): Promise<ConnectionsAnswer> {
  const { design, host, port, wall } = ports
  const [api, place, id] = [apiId, stage, connectionId].map(encodeURIComponent)
  const path = `/${api}/${place}/@connections/${id}`
  const body = Buffer.from(text, 'utf8')
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const { request } = signRequest(
    { method, path, rawQuery: '', headers: [['Host', address]], body },
    { credentials: LOCAL_CREDENTIALS, region: design.region, service: 'execute-api', at: wall(), form: 'header' },
    NODE_SIGV4_CRYPTO,
  )
  const length = [
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ] as const
  const sent = { method, target: path, headers: [...request.headers, ...length], body }
  const answer = await sendRequest({ host, port }, sent)
  return { status: answer.status, body: answer.bytes.toString('utf8') }
}

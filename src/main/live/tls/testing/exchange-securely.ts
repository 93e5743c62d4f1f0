import { request } from 'node:https'
import { isIP } from 'node:net'

/** A request over TLS as a client of that name sends it. */
export interface SecureSent {
  readonly port: number
  /** In the handshake and in the `Host` header. */
  readonly host: string
  readonly path: string
  readonly ca: string
  readonly key?: string
  readonly cert?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
}

/** Status and text of the answer, or the code of the error that the connection ended with. */
export function exchangeSecurely({ host, port, headers, ...options }: SecureSent): Promise<string> {
  return new Promise((resolve) => {
    // What the server takes shall be seen, not what this client would refuse by itself.
    const willing = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const address = { host: '127.0.0.1', servername: isIP(host) === 0 ? host : '', port, agent: false, ...willing }
    const outgoing = request(
      { ...address, ...options, headers: { Host: `${host}:${port}`, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.on('end', () => resolve(`${response.statusCode} ${text}`))
      },
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
    outgoing.end()
  })
}

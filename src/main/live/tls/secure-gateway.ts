import { GatewrightError } from '@shared/contract/errors'
import type { ServedTls } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { Listener, ListenOptions, RequestHandler } from '../listener'
import { openAuthority, type AuthorityStore } from './certificate-authority'
import { listenSecurely } from './secure-listener'
import { ServerCertificates, type TlsDomains } from './server-certificates'
import { trustCommands } from './trust-commands'
import { readTruststore, type Truststore } from './truststore'

/** The half of a gateway that answers over TLS. */
export interface SecureGateway {
  readonly served: ServedTls
  /** Answer to the domains of a changed design. */
  update(design: Design): Promise<void>
  close(): Promise<void>
}

export interface SecureGatewayPorts {
  readonly store: AuthorityStore
  /** Milliseconds since 1970. */
  readonly wall: () => number
  /** The project's, where truststores lie. */
  readonly folder: string
  readonly log: (line: string) => void
  /** Names that lead to the gateway beside its own. */
  readonly domainsOf: (design: Design) => readonly string[]
}

export interface SecureAddressOptions extends ListenOptions {
  readonly host: string
  /** 0 picks a free one; null takes one beside the plain port, or a free one where that is taken. */
  readonly port: number | null
  readonly plainPort: number
}

/** The plain port is 3000: TLS is answered on 3443. */
const PORT_DISTANCE = 443

/** Errors: `live/port-in-use`, `live/no-permission-for-port`. */
export async function startSecureGateway(
  ports: SecureGatewayPorts,
  design: Design,
  handler: RequestHandler,
  { host, port, plainPort, ...options }: SecureAddressOptions,
): Promise<SecureGateway> {
  const authority = await openAuthority(ports.store, ports.wall())
  const certificates = new ServerCertificates(authority, ports.wall, host)
  const update = async (changed: Design): Promise<void> => certificates.serve(await tlsDomains(ports, changed))
  await update(design)
  const listenOn = (on: number): Promise<Listener> => listenSecurely(host, on, certificates, handler, options)
  const listener = await (port === null ? listenBeside(plainPort, listenOn) : listenOn(port))
  const caFile = authority.certificatePath
  return {
    served: { port: listener.port, caFile, trust: trustCommands(caFile) },
    update,
    close: () => listener.close(),
  }
}

async function listenBeside(plainPort: number, listenOn: (port: number) => Promise<Listener>): Promise<Listener> {
  const beside = plainPort + PORT_DISTANCE
  if (beside > 65_535) return listenOn(0)
  return listenOn(beside).catch((error: unknown) => {
    if (error instanceof GatewrightError && error.code === 'live/port-in-use') return listenOn(0)
    throw error
  })
}

/** Domains with mutual TLS whose truststore cannot be used are said, and take nobody. */
async function tlsDomains(ports: SecureGatewayPorts, design: Design): Promise<TlsDomains> {
  const domains = new Map<string, Truststore | null>()
  for (const name of ports.domainsOf(design)) domains.set(name.toLowerCase(), null)
  for (const domain of design.domainNames.filter((one) => one.mutualTlsAuthentication !== undefined)) {
    const truststore = await readTruststore(ports.folder, domain)
    if (truststore.kind === 'unusable') ports.log(`${truststore.problem} Until then it takes nobody.`)
    domains.set(domain.domainName.toLowerCase(), truststore)
  }
  return domains
}

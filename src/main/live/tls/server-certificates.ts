import type { SecureContext } from 'node:tls'
import { isWornOut, type CertificateAuthority, type Leaf } from './certificate-authority'
import type { Truststore } from './truststore'
import { tlsModule } from '../late-modules'

/** Names of the gateway's own address. */
const OWN_NAMES = ['localhost', '127.0.0.1', '::1']

/** What a connection that names a host is told and asked. */
interface NamedContext {
  readonly leaf: Leaf
  readonly context: SecureContext
}

/** The domains that a gateway answers for: the name in lower case, and for one with mutual TLS whom it trusts. */
export type TlsDomains = ReadonlyMap<string, Truststore | null>

/** Certificates of a gateway's names, each made when it is first asked for, and again before it ends. */
export class ServerCertificates {
  private readonly authority: CertificateAuthority
  private readonly now: () => number
  private readonly ownNames: readonly string[]
  private readonly named = new Map<string, NamedContext>()
  private own: Leaf
  private domains: TlsDomains = new Map()

  /** `now`: milliseconds since 1970. `address`: where the gateway listens. */
  constructor(authority: CertificateAuthority, now: () => number, address: string) {
    this.authority = authority
    this.now = now
    this.ownNames = [...new Set([...OWN_NAMES, address])]
    this.own = authority.issueLeaf(this.ownNames, now())
  }

  /** For clients that name no host, and hosts that are not known; whether it is another than the last time tells `isWorn`. */
  ofOwnNames(): Leaf {
    if (this.isWorn()) this.own = this.authority.issueLeaf(this.ownNames, this.now())
    return this.own
  }

  isWorn(): boolean {
    return isWornOut(this.own, this.now())
  }

  serve(domains: TlsDomains): void {
    this.domains = domains
    this.named.clear()
  }

  /** Of the host that a client names; the gateway's own for one that is not known. */
  contextOf(host: string): SecureContext {
    const name = host.toLowerCase()
    const truststore = this.domains.get(name)
    const key = truststore === undefined ? '' : name
    const known = this.named.get(key)
    if (known !== undefined && !isWornOut(known.leaf, this.now())) return known.context
    const leaf = truststore === undefined ? this.ofOwnNames() : this.authority.issueLeaf([name], this.now())
    const context = tlsModule().createSecureContext(this.contextOptions(leaf, truststore ?? null))
    this.named.set(key, { leaf, context })
    return context
  }

  isMutual(host: string): boolean {
    return (this.domains.get(host.toLowerCase()) ?? null) !== null
  }

  /** Without a usable truststore no certificate of a client is trusted. */
  contextOptions({ key, certificate }: Leaf, truststore: Truststore | null) {
    const trusted = truststore?.kind === 'loaded' ? [...truststore.certificates] : [this.authority.certificate]
    return { key, cert: certificate + this.authority.certificate, ca: trusted, minVersion: 'TLSv1.2' as const }
  }
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto'
import { certificatePem, issueCertificate } from './issue-certificate'

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3650
/** A new authority is made that long before the old one ends. */
const AUTHORITY_LEFT_DAYS = 90
/** Browsers and macOS refuse certificates of servers that hold for years. */
const LEAF_DAYS = 90
/** Clocks of other programs may be behind ours. */
const BEFORE_MS = 3_600_000

/** An authority as it is kept. */
export interface AuthorityPem {
  /** PKCS #8. */
  readonly key: string
  readonly certificate: string
}

/** Where the authority of this computer is kept between runs. What is read is checked before it is used. */
export interface AuthorityStore {
  /** Of the certificate alone, as clients are given it. */
  readonly certificatePath: string
  /** Null when nothing readable is kept. */
  read(): Promise<AuthorityPem | null>
  /** Keep one unless one is kept already, perhaps by another process a moment ago; gives what is kept then. */
  add(authority: AuthorityPem): Promise<AuthorityPem>
  replace(authority: AuthorityPem): Promise<void>
}

/** Signs certificates for names of this computer. */
export interface CertificateAuthority {
  /** Of the file that clients are told to trust. */
  readonly certificatePath: string
  readonly certificate: string
  /** A certificate with a key of its own, for host names and addresses. `at`: milliseconds since 1970. */
  issueLeaf(names: readonly string[], at: number): Leaf
}

/** A server's certificate, which is good from now until some time before `notAfter`. */
export interface Leaf {
  readonly key: string
  readonly certificate: string
  /** Milliseconds since 1970. */
  readonly notAfter: number
}

/** The authority that is kept, or a new one where none is, it cannot be read, or it ends soon. `at`: milliseconds since 1970. */
export async function openAuthority(store: AuthorityStore, at: number): Promise<CertificateAuthority> {
  const kept = await store.read()
  const usable = kept && readAuthority(kept, at)
  if (usable !== null) return signer(store.certificatePath, usable)
  const made = newAuthority(at)
  if (kept === null) {
    const added = readAuthority(await store.add(made), at)
    if (added !== null) return signer(store.certificatePath, added)
  }
  await store.replace(made)
  return signer(store.certificatePath, readAuthority(made, at)!)
}

/** Whether a leaf shall be made anew: a third of its time is left. */
export function isWornOut({ notAfter }: Leaf, at: number): boolean {
  return notAfter - at < (LEAF_DAYS / 3) * DAY_MS
}

interface Authority {
  readonly certificate: string
  readonly subject: string
  readonly notAfter: number
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

function readAuthority({ key, certificate }: AuthorityPem, at: number): Authority | null {
  try {
    const parsed = new X509Certificate(certificate)
    const privateKey = createPrivateKey(key)
    const notAfter = Date.parse(parsed.validTo)
    const isGood = parsed.ca && parsed.checkPrivateKey(privateKey) && notAfter - at > AUTHORITY_LEFT_DAYS * DAY_MS
    const subject = /^CN=(.+)$/.exec(parsed.subject)?.[1]
    if (!isGood || subject === undefined) return null
    return { certificate, subject, notAfter, privateKey, publicKey: createPublicKey(privateKey) }
  } catch {
    return null
  }
}

/** Its name tells it from one made earlier, so that nobody takes the one for the other. */
function newAuthority(at: number): AuthorityPem {
  const { privateKey, publicKey } = newKeys()
  const subject = `Gatewright local authority ${new Date(at).toISOString().slice(0, 10)}`
  const der = issueCertificate({
    subject,
    issuer: subject,
    publicKey,
    issuerKey: { privateKey, publicKey },
    notBefore: at - BEFORE_MS,
    notAfter: at + AUTHORITY_DAYS * DAY_MS,
    use: { kind: 'authority' },
  })
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: certificatePem(der) }
}

function signer(certificatePath: string, authority: Authority): CertificateAuthority {
  const { certificate, subject: issuer, privateKey, publicKey } = authority
  return {
    certificatePath,
    certificate,
    issueLeaf(names, at) {
      const keys = newKeys()
      const notAfter = Math.min(at + LEAF_DAYS * DAY_MS, authority.notAfter)
      const der = issueCertificate({
        subject: names[0]!.slice(0, LONGEST_COMMON_NAME),
        issuer,
        publicKey: keys.publicKey,
        issuerKey: { privateKey, publicKey },
        notBefore: at - BEFORE_MS,
        notAfter,
        use: { kind: 'server', names },
      })
      const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      return { key, certificate: certificatePem(der), notAfter }
    },
  }
}

/** Source: RFC 5280, upper bounds: ub-common-name. Clients look at the alternative names. */
const LONGEST_COMMON_NAME = 64

function newKeys(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** An authority that lives as long as the process; its file is never written. */
export function memoryAuthorityStore(certificatePath: string): AuthorityStore {
  let kept: AuthorityPem | null = null
  return {
    certificatePath,
    read: () => Promise.resolve(kept),
    add: (authority) => Promise.resolve((kept ??= authority)),
    replace(authority) {
      kept = authority
      return Promise.resolve()
    },
  }
}

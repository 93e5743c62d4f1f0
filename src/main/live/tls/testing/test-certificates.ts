import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { certificatePem, issueCertificate } from '../issue-certificate'

/** Who signs certificates of clients in tests. */
export interface ClientAuthority {
  readonly certificate: string
  /** A client's key and certificate, both as text. */
  issue(subject: string, options?: ClientOptions): { readonly key: string; readonly cert: string }
}

interface ClientOptions {
  /** Milliseconds since 1970. */
  readonly notAfter?: number
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
}

const HOUR_MS = 3_600_000

/** An authority of its own, beside the gateway's. */
export function clientAuthority(name: string, at = Date.now()): ClientAuthority {
  const issuerKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const times = { notBefore: at - 2 * HOUR_MS, notAfter: at + HOUR_MS }
  const authority = { issuer: name, issuerKey, ...times }
  const own = issueCertificate({
    ...authority,
    subject: name,
    publicKey: issuerKey.publicKey,
    use: { kind: 'authority' },
  })
  return {
    certificate: certificatePem(own),
    issue(subject, { notAfter = times.notAfter, keys = generateKeyPairSync('ec', { namedCurve: 'P-256' }) } = {}) {
      const { publicKey, privateKey } = keys
      const der = issueCertificate({ ...authority, notAfter, subject, publicKey, use: { kind: 'client' } })
      return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: certificatePem(der) }
    },
  }
}

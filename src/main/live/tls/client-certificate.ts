import type { X509Certificate } from 'node:crypto'
import type { DetailedPeerCertificate } from 'node:tls'
import type { Socket } from 'node:net'
import type { ClientCertificate } from '../../engine/mapping/client-certificate'
import { tlsModule } from '../late-modules'

/** Whether the domain that was asked takes a client. `isSilent`: the connection ends without an answer. */
export type ClientVerdict =
  | { readonly isAllowed: true; readonly certificate: ClientCertificate | null }
  | { readonly isAllowed: false; readonly isSilent: boolean; readonly reason: string }

const MOST_CERTIFICATES_IN_CHAIN = 4
const LEAST_RSA_BITS = 2048
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1']

/**
 * The client of a domain with mutual TLS, by the connection that its request came on. A client without a certificate is cut off, one
 * whose certificate is not trusted is answered 403. Source: http-api.md 11.4; rest-api.md 2.1, step 1.
 */
export function checkClient(domainName: string, socket: Socket): ClientVerdict {
  const refused = (reason: string, isSilent = false): ClientVerdict => ({
    isAllowed: false,
    isSilent,
    reason: `Domain ${domainName} takes clients with a certificate only: ${reason}.`,
  })
  if (!(socket instanceof tlsModule().TLSSocket)) return refused('this request came without TLS (serve --tls)')
  // A connection was checked against the truststore of the name that it was opened with.
  if (socket.servername !== domainName.toLowerCase()) return refused('this connection was opened for another name')
  const peer = socket.getPeerX509Certificate()
  if (peer === undefined) return refused('the client sent none', true)
  if (!socket.authorized) return refused(`it is not trusted (${String(socket.authorizationError)})`)
  const weak = weakness(peer) ?? tooLong(socket.getPeerCertificate(true))
  return weak === null ? { isAllowed: true, certificate: clientCertificate(peer) } : refused(weak)
}

/** Source: http-api.md 11.4. Digests weaker than SHA-256 are refused by the library that checks signatures. */
function weakness({ publicKey }: X509Certificate): string | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_RSA_BITS) return null
  if (type === 'ec' && CURVES.includes(details?.namedCurve ?? '')) return null
  return `its key is neither RSA of ${LEAST_RSA_BITS} bits or more nor ECDSA of 256 bits or more`
}

function tooLong(peer: DetailedPeerCertificate): string | null {
  let length = 1
  let one = peer
  while (length <= MOST_CERTIFICATES_IN_CHAIN && isIssued(one)) {
    one = one.issuerCertificate
    length += 1
  }
  return length > MOST_CERTIFICATES_IN_CHAIN ? `its chain is longer than ${MOST_CERTIFICATES_IN_CHAIN}` : null
}

/** A root names itself. */
function isIssued({ issuerCertificate, fingerprint256 }: DetailedPeerCertificate): boolean {
  return issuerCertificate !== undefined && issuerCertificate.fingerprint256 !== fingerprint256
}

/** What events and `$context` say of it. */
export function clientCertificate(certificate: X509Certificate): ClientCertificate {
  return {
    clientCertPem: certificate.toString(),
    subjectDN: distinguishedName(certificate.subject),
    issuerDN: distinguishedName(certificate.issuer),
    serialNumber: serialNumberText(certificate.serialNumber),
    validity: { notBefore: certificate.validFrom, notAfter: certificate.validTo },
  }
}

/** "C=US,O=Example,CN=client", in the order of the certificate. */
function distinguishedName(lines: string | undefined): string {
  return (lines ?? '').split('\n').join(',')
}

const LONGEST_DECIMAL_DIGITS = 16

/** "1", or for numbers of more than eight bytes "a1:b2:...": published events have both, which of them when is inferred. */
export function serialNumberText(hex: string): string {
  if (hex.length <= LONGEST_DECIMAL_DIGITS) return BigInt(`0x${hex}`).toString()
  return hex.toLowerCase().match(/../g)!.join(':')
}

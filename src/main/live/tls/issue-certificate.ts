import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import { derBitString, derInteger, derObjectIdentifier, derSequence, derSet, derTagged, derText, derTime } from './der'
import { certificateExtensions, type CertificateUse } from './certificate-extensions'

/** What a certificate says. */
export interface CertificateRequest {
  /** The common name of who it is for, and of who says so. */
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  /** Of a P-256 key: what signs. */
  readonly issuerKey: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  /** Milliseconds since 1970. */
  readonly notBefore: number
  readonly notAfter: number
  readonly use: CertificateUse
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
/** Version 3 is written as 2. */
const VERSION_3 = Buffer.of(2)
const SERIAL_NUMBER_BYTES = 16

/** A signed X.509 certificate, as DER. Source: RFC 5280, 4.1. */
export function issueCertificate(request: CertificateRequest): Buffer {
  const { issuer, issuerKey, notAfter, notBefore, publicKey, subject, use } = request
  const algorithm = derSequence(derObjectIdentifier(ECDSA_WITH_SHA256))
  const keys = { ofSubject: keyIdentifier(publicKey), ofIssuer: keyIdentifier(issuerKey.publicKey) }
  const statement = derSequence(
    derTagged(0, derInteger(VERSION_3)),
    derInteger(serialNumber()),
    algorithm,
    derName(issuer),
    derSequence(derTime(notBefore), derTime(notAfter)),
    derName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    derTagged(3, certificateExtensions(use, keys)),
  )
  return derSequence(statement, algorithm, derBitString(sign('sha256', statement, issuerKey.privateKey)))
}

/** A distinguished name of one part. */
function derName(commonName: string): Buffer {
  return derSequence(derSet(derSequence(derObjectIdentifier(COMMON_NAME), derText(commonName))))
}

/** Never zero, and the same length each time. */
function serialNumber(): Buffer {
  const bytes = randomBytes(SERIAL_NUMBER_BYTES)
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes
}

/** Source: RFC 7093, 2: the first 160 bits of a SHA-256 digest. */
function keyIdentifier(publicKey: KeyObject): Buffer {
  const bytes = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(bytes).digest().subarray(0, 20)
}

/** The text form of a certificate. */
export function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

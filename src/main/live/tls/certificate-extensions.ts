import { isIPv4, isIPv6 } from 'node:net'
import {
  derBitString,
  derInteger,
  derObjectIdentifier,
  derOctetString,
  derSequence,
  derTaggedBytes,
  derTrue,
} from './der'

/** What a certificate may be used for. */
export type CertificateUse =
  | { readonly kind: 'authority' }
  /** Host names, of which the first label may be "*", and addresses. */
  | { readonly kind: 'server'; readonly names: readonly string[] }
  | { readonly kind: 'client' }

interface KeyIdentifiers {
  readonly ofSubject: Buffer
  readonly ofIssuer: Buffer
}

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14'
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35'
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1'
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2'

/** keyCertSign and cRLSign; digitalSignature. */
const SIGNS_CERTIFICATES = derBitString(Buffer.of(0b0000_0110), 1)
const SIGNS_DATA = derBitString(Buffer.of(0b1000_0000), 7)

/** Source: RFC 5280, 4.2.1. */
export function certificateExtensions(use: CertificateUse, keys: KeyIdentifiers): Buffer {
  const identifiers = [
    extension(SUBJECT_KEY_IDENTIFIER, derOctetString(keys.ofSubject)),
    extension(AUTHORITY_KEY_IDENTIFIER, derSequence(derTaggedBytes(0, keys.ofIssuer))),
  ]
  if (use.kind === 'authority') {
    // No further authority below this one.
    const constraints = derSequence(derTrue(), derInteger(Buffer.of(0)))
    return derSequence(
      ...identifiers,
      criticalExtension(BASIC_CONSTRAINTS, constraints),
      criticalExtension(KEY_USAGE, SIGNS_CERTIFICATES),
    )
  }
  const purpose = use.kind === 'server' ? SERVER_AUTHENTICATION : CLIENT_AUTHENTICATION
  const names = use.kind === 'server' ? [extension(SUBJECT_ALTERNATIVE_NAME, alternativeNames(use.names))] : []
  return derSequence(
    ...identifiers,
    criticalExtension(BASIC_CONSTRAINTS, derSequence()),
    criticalExtension(KEY_USAGE, SIGNS_DATA),
    extension(EXTENDED_KEY_USAGE, derSequence(derObjectIdentifier(purpose))),
    ...names,
  )
}

function extension(identifier: string, value: Buffer): Buffer {
  return derSequence(derObjectIdentifier(identifier), derOctetString(value))
}

function criticalExtension(identifier: string, value: Buffer): Buffer {
  return derSequence(derObjectIdentifier(identifier), derTrue(), derOctetString(value))
}

function alternativeNames(names: readonly string[]): Buffer {
  return derSequence(
    ...names.map((name) => {
      const address = addressBytes(name)
      return address === null ? derTaggedBytes(2, Buffer.from(name, 'ascii')) : derTaggedBytes(7, address)
    }),
  )
}

/** "127.0.0.1" or "::1" as the bytes of the address; null for a host name. */
function addressBytes(name: string): Buffer | null {
  if (isIPv4(name)) return Buffer.from(name.split('.').map(Number))
  if (!isIPv6(name)) return null
  const [before = '', after] = name.toLowerCase().split('::')
  const groups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  const head = groups(before)
  const tail = after === undefined ? [] : groups(after)
  const all = [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

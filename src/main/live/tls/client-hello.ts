/** What the first bytes of a client tell: the name that it asks for, or that more bytes are needed to know. */
export type HelloReading = { readonly kind: 'more' } | { readonly kind: 'known'; readonly serverName: string | null }

const HANDSHAKE_RECORD = 22
const CLIENT_HELLO = 1
const SERVER_NAME_EXTENSION = 0
const HOST_NAME = 0
/** Hellos are a few hundred bytes; one with keys that withstand quantum computers has less than two thousand. */
const MOST_BYTES = 32 * 1024

const MORE: HelloReading = { kind: 'more' }
/** Also for what is no hello: who speaks TLS says what is wrong with it. */
const NAMELESS: HelloReading = { kind: 'known', serverName: null }

/** The host that a TLS client names in its hello, in lower case. Never throws. Source: RFC 8446, 4.1.2 and 5.1; RFC 6066, 3. */
export function readClientHello(bytes: Buffer): HelloReading {
  const message = handshakeBytes(bytes)
  if (message === 'broken' || (message.length >= 1 && message[0] !== CLIENT_HELLO)) return NAMELESS
  const isWhole = message.length >= 4 && message.length >= 4 + message.readUIntBE(1, 3)
  if (!isWhole) return bytes.length > MOST_BYTES ? NAMELESS : MORE
  const reader = new ByteReader(message.subarray(4, 4 + message.readUIntBE(1, 3)))
  // Version and random bytes, the session, ciphers, compression.
  reader.skip(34)
  reader.vector(1)
  reader.vector(2)
  reader.vector(1)
  const extensions = new ByteReader(reader.vector(2))
  while (extensions.hasMore) {
    const type = extensions.number(2)
    const content = extensions.vector(2)
    if (type === SERVER_NAME_EXTENSION) return { kind: 'known', serverName: hostName(content) }
  }
  return NAMELESS
}

/** The handshake's bytes that have come so far, out of the records that carry them. */
function handshakeBytes(bytes: Buffer): Buffer | 'broken' {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] !== HANDSHAKE_RECORD) return parts.length === 0 ? 'broken' : Buffer.concat(parts)
    if (at + 5 > bytes.length) break
    const length = bytes.readUInt16BE(at + 3)
    if (length === 0) return 'broken'
    parts.push(bytes.subarray(at + 5, at + 5 + length))
    at += 5 + length
  }
  return Buffer.concat(parts)
}

function hostName(content: Buffer): string | null {
  const names = new ByteReader(new ByteReader(content).vector(2))
  while (names.hasMore) {
    const type = names.number(1)
    const name = names.vector(2)
    if (type === HOST_NAME && name.length > 0) return name.toString('latin1').toLowerCase()
  }
  return null
}

/** Numbers and vectors one after the other; what is not there any more reads as zero and as empty. */
class ByteReader {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get hasMore(): boolean {
    return this.at < this.bytes.length
  }

  skip(count: number): void {
    this.at += count
  }

  number(size: 1 | 2): number {
    const end = this.at + size
    const value = end > this.bytes.length ? 0 : this.bytes.readUIntBE(this.at, size)
    this.at = end
    return value
  }

  /** Bytes with their count before them. */
  vector(sizeOfCount: 1 | 2): Buffer {
    const count = this.number(sizeOfCount)
    const found = this.bytes.subarray(this.at, this.at + count)
    this.at += count
    return found
  }
}

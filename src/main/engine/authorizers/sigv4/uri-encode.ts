import { encodeUtf8 } from '../../vtl/java/text/utf8'

const UNRESERVED = /[A-Za-z0-9\-._~]/

/** How each byte is written: unreserved characters stand for themselves, all others are "%2F". Source: RFC 3986, 2.3. */
const WRITTEN: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  return UNRESERVED.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
})

const PLUS = 0x2b
const BLANK = 0x20
const PERCENT = 0x25

/** "a b/é" -> "a%20b%2F%C3%A9". */
export function uriEncode(text: string): string {
  return uriEncodeBytes(encodeUtf8(text))
}

/** Bytes (0-255), as `uriEncode` writes those of a text. */
export function uriEncodeBytes(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => WRITTEN[byte]).join('')
}

/** The bytes that a name or value of a query stands for: "+" is a blank, "%2F" a byte; a "%" before anything else is itself. */
export function queryBytes(text: string): number[] {
  const sent = encodeUtf8(text)
  const bytes: number[] = []
  for (let at = 0; at < sent.length; at++) {
    const byte = sent[at]!
    const escaped = byte === PERCENT ? 16 * hexDigit(sent[at + 1]) + hexDigit(sent[at + 2]) : Number.NaN
    if (!Number.isNaN(escaped)) at += 2
    bytes.push(Number.isNaN(escaped) ? (byte === PLUS ? BLANK : byte) : escaped)
  }
  return bytes
}

/** NaN when the byte is no hexadecimal digit. */
function hexDigit(byte: number | undefined): number {
  const character = byte === undefined ? '' : String.fromCharCode(byte)
  return /^[0-9A-Fa-f]$/.test(character) ? Number.parseInt(character, 16) : Number.NaN
}

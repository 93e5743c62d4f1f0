import { illegalArgument } from '../java-errors'
import type { Bytes } from './utf8'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PADDING = -2
/** By character code; -1 for what does not belong to Base64. */
const VALUES: readonly number[] = Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code)
  return character === '=' ? PADDING : ALPHABET.indexOf(character)
})
const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))
const EQUALS = 0x3d
/** Texts are built from so many bytes at a time, a multiple of three: more arguments than that are too many for one call. */
const PIECE = 6_000

/** `Base64.getEncoder().encodeToString(bytes)`. */
export function encodeBase64(bytes: Bytes): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += PIECE) pieces.push(encodePiece(bytes, start, start + PIECE))
  return pieces.join('')
}

function encodePiece(bytes: Bytes, start: number, limit: number): string {
  const end = Math.min(limit, bytes.length)
  const codes: number[] = []
  for (let at = start; at < end; at += 3) {
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes.push(CODES[bits >> 18]!, CODES[(bits >> 12) & 63]!)
    codes.push(at + 1 < end ? CODES[(bits >> 6) & 63]! : EQUALS, at + 2 < end ? CODES[bits & 63]! : EQUALS)
  }
  return String.fromCharCode(...codes)
}

/**
 * `Base64.getDecoder().decode(text)`. The padding may be missing; blanks, line ends, "-" and "_" are refused.
 * Errors: JavaException IllegalArgumentException.
 */
export function decodeBase64(text: string): number[] {
  if (text.length === 1) throw illegalArgument('Input byte[] should at least have 2 bytes for base64 bytes')
  const bytes: number[] = []
  let bits = 0
  let shift = 18
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at++)
    const value = VALUES[code] ?? -1
    if (value < 0) {
      if (value !== PADDING) throw illegalCharacter(code)
      const isWrong = shift === 18 || (shift === 6 && text[at++] !== '=')
      if (isWrong) throw illegalArgument('Input byte array has wrong 4-byte ending unit')
      break
    }
    bits |= value << shift
    shift -= 6
    if (shift < 0) {
      bytes.push(bits >> 16, (bits >> 8) & 255, bits & 255)
      shift = 18
      bits = 0
    }
  }
  if (shift === 12) throw illegalArgument('Last unit does not have enough valid bits')
  if (shift <= 6) bytes.push(bits >> 16)
  if (shift === 0) bytes.push((bits >> 8) & 255)
  if (at < text.length) throw illegalArgument(`Input byte array has incorrect ending byte at ${at}`)
  return bytes
}

/** What is beyond Latin-1 has become "?" before Java looks at it, and bytes have a sign. */
function illegalCharacter(code: number): Error {
  const byte = code > 255 ? 0x3f : code > 127 ? code - 256 : code
  return illegalArgument(`Illegal base64 character ${byte.toString(16)}`)
}

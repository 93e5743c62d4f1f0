const REPLACEMENT = 0xfffd
/** Numbers from 0 to 255. */
export type Bytes = Uint8Array | readonly number[]

/** Texts are built from so many units at a time: more arguments than that are too many for one call. */
const BLOCK = 8_192

/** The bytes of a text; half of a surrogate pair becomes "?", as Java writes it. */
export function encodeUtf8(text: string): Uint8Array {
  // Three bytes for a unit are enough: a pair of units takes four.
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[length++] = unit
    } else {
      const codePoint = text.codePointAt(index) ?? unit
      if (codePoint > 0xffff) index++
      length = putCodePoint(bytes, length, codePoint)
    }
  }
  return bytes.subarray(0, length)
}

function putCodePoint(bytes: Uint8Array, at: number, codePoint: number): number {
  let length = at
  if (codePoint < 0x800) {
    bytes[length++] = 0xc0 | (codePoint >> 6)
  } else if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    bytes[length++] = 0x3f
    return length
  } else if (codePoint < 0x10000) {
    bytes[length++] = 0xe0 | (codePoint >> 12)
    bytes[length++] = continuation(codePoint >> 6)
  } else {
    bytes[length++] = 0xf0 | (codePoint >> 18)
    bytes[length++] = continuation(codePoint >> 12)
    bytes[length++] = continuation(codePoint >> 6)
  }
  bytes[length++] = continuation(codePoint)
  return length
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** The text of bytes (0-255). What is no UTF-8 becomes U+FFFD: one for each longest start of a character, as in Java. */
export function decodeUtf8(bytes: Bytes): string {
  const parts: string[] = []
  let units: number[] = []
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at)
    const codePoint = length > 0 ? codePointAt(bytes, at, length) : REPLACEMENT
    if (codePoint > 0xffff) units.push(0xd7c0 + (codePoint >> 10), 0xdc00 | (codePoint & 0x3ff))
    else units.push(codePoint)
    at += Math.abs(length)
    if (units.length >= BLOCK) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  return parts.join('') + String.fromCharCode(...units)
}

function codePointAt(bytes: Bytes, at: number, length: number): number {
  const lead = bytes[at]!
  if (length === 1) return lead
  let codePoint = lead & (0x7f >> length)
  for (let index = 1; index < length; index++) codePoint = (codePoint << 6) | (bytes[at + index]! & 0x3f)
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? REPLACEMENT : codePoint
}

/** The number of bytes of the character here; below zero, how many bytes to pass over when there is none. */
function characterLength(bytes: Bytes, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return -1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index]
    if (byte === undefined || !continues(lead, index, byte)) return -index
  }
  return length
}

/** The first byte narrows the second one. Halves of surrogate pairs are read here, to be replaced as a whole. */
function continues(lead: number, index: number, byte: number): boolean {
  if (index > 1) return byte >= 0x80 && byte <= 0xbf
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const to = lead === 0xf4 ? 0x8f : 0xbf
  return byte >= from && byte <= to
}

const REPLACEMENT = '\ufffd'
/** Texts are built from so many units at a time: more arguments than that are too many for one call. */
const BLOCK = 8_192

/** The bytes of a text; half of a surrogate pair becomes "?", as Java writes it. */
export function encodeUtf8(text: string): number[] {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0
    if (codePoint > 0xffff) index++
    appendCodePoint(bytes, codePoint)
  }
  return bytes
}

function appendCodePoint(bytes: number[], codePoint: number): void {
  if (codePoint < 0x80) bytes.push(codePoint)
  else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), continuation(codePoint))
  else if (codePoint >= 0xd800 && codePoint <= 0xdfff) bytes.push(0x3f)
  else if (codePoint < 0x10000) bytes.push(0xe0 | (codePoint >> 12), continuation(codePoint >> 6), continuation(codePoint))
  else {
    bytes.push(0xf0 | (codePoint >> 18), continuation(codePoint >> 12), continuation(codePoint >> 6))
    bytes.push(continuation(codePoint))
  }
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** The text of bytes (0-255). What is no UTF-8 becomes U+FFFD: one for each longest start of a character, as in Java. */
export function decodeUtf8(bytes: readonly number[]): string {
  const parts: string[] = []
  let units: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at)
    const codePoint = length > 0 ? codePointAt(bytes, at, length) : REPLACEMENT.charCodeAt(0)
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

function codePointAt(bytes: readonly number[], at: number, length: number): number {
  const lead = bytes[at]!
  if (length === 1) return lead
  let codePoint = lead & (0x7f >> length)
  for (let index = 1; index < length; index++) codePoint = (codePoint << 6) | (bytes[at + index]! & 0x3f)
  return codePoint
}

/** The number of bytes of the character here; below zero, how many bytes to pass over when there is none. */
function characterLength(bytes: readonly number[], at: number): number {
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

/** Source: Unicode 15, table 3-7: the first byte narrows the second one. */
function continues(lead: number, index: number, byte: number): boolean {
  if (index > 1) return byte >= 0x80 && byte <= 0xbf
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  return byte >= from && byte <= to
}

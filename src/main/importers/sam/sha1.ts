/**
 * SHA-1 of a text in UTF-8, as 40 hexadecimal digits. SAM ends the logical ids of what it makes with digits of it, and templates refer to
 * those ids; nothing here is a secret. Source: FIPS 180-4.
 */
export function sha1Hex(text: string): string {
  const words = paddedWords(utf8Bytes(text))
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let at = 0; at < words.length; at += 16) state = afterBlock(state, words.slice(at, at + 16))
  return state.map((word) => word.toString(16).padStart(8, '0')).join('')
}

function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return bytes
}

/** The message as words of 32 bits, with the closing bit and its length in bits. */
function paddedWords(bytes: readonly number[]): number[] {
  const count = Math.ceil((bytes.length + 9) / 64) * 16
  const words = Array.from({ length: count }, () => 0)
  for (const [index, byte] of [...bytes, 0x80].entries()) {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - 8 * (index & 3)))
  }
  words[count - 2] = Math.floor(bytes.length / 0x20000000)
  words[count - 1] = bytes.length << 3
  return words
}

function afterBlock(state: readonly number[], block: readonly number[]): number[] {
  const schedule = [...block]
  for (let index = 16; index < 80; index += 1) {
    const mixed = [3, 8, 14, 16].reduce((sum, back) => sum ^ (schedule[index - back] ?? 0), 0)
    schedule.push(rotated(mixed, 1))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (const [index, word] of schedule.entries()) {
    const next = (rotated(a, 5) + round(index, b, c, d) + e + word) | 0
    e = d
    d = c
    c = rotated(b, 30)
    b = a
    a = next
  }
  return [a, b, c, d, e].map((word, index) => (word + (state[index] ?? 0)) >>> 0)
}

/** The function and the constant of one of the four rounds of twenty steps. */
function round(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

function rotated(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count))
}

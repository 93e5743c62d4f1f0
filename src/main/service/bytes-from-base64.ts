const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const INVALID = 255
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code))
  return value === -1 ? INVALID : value
})

/** Standard base64 with padding -> bytes; null when it is not that. */
export function bytesFromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let from = 0, to = 0; from < text.length - padding; from += 4) {
    let group = 0
    for (let i = 0; i < 4; i++) {
      const isPadding = from + i >= text.length - padding
      const value = isPadding ? 0 : (VALUES[text.charCodeAt(from + i)] ?? INVALID)
      if (value === INVALID) return null
      group = (group << 6) | value
    }
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = (group >> shift) & 255
  }
  return bytes
}

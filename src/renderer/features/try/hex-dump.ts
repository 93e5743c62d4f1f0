/** Bytes shown at most. */
export const HEX_LIMIT = 64 * 1024
const PER_LINE = 16

/** Bytes as lines of an offset, sixteen bytes in hexadecimal and what of them can be read: "00000000  48 69 ...  Hi". */
export function hexDump(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, HEX_LIMIT)
  const lines: string[] = []
  for (let at = 0; at < shown.length; at += PER_LINE) {
    const line = [...shown.subarray(at, at + PER_LINE)]
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0'))
    const halves = [hex.slice(0, 8).join(' '), hex.slice(8).join(' ')].filter((half) => half !== '').join('  ')
    const text = line.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${at.toString(16).padStart(8, '0')}  ${halves.padEnd(48)}  ${text}`)
  }
  return lines.join('\n')
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

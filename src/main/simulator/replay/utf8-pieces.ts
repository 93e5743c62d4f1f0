import { decodeUtf8 } from '../../engine/vtl/java/text/utf8'

/** More arguments than that are too many for one call. */
const MOST_ARGUMENTS = 8_192
const NOT_ASCII = /[\u0080-\u00ff]/

/** The text of bytes that come in pieces: a character may begin in one and end in the next. */
export class Utf8Pieces {
  private begun: Uint8Array = new Uint8Array(0)

  textOf(piece: Uint8Array): string {
    const bytes = this.begun.length === 0 ? piece : joined(this.begun, piece)
    const whole = bytes.length - begunAtEnd(bytes)
    this.begun = bytes.slice(whole)
    return text(bytes.subarray(0, whole))
  }

  /** What is left when there is no next piece. */
  end(): string {
    const rest = decodeUtf8(this.begun)
    this.begun = new Uint8Array(0)
    return rest
  }
}

/** Logs are ASCII almost always, which is fastest read as such. */
function text(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS) {
    parts.push(String.fromCharCode.apply(null, bytes.subarray(at, at + MOST_ARGUMENTS) as unknown as number[]))
  }
  const ascii = parts.join('')
  return NOT_ASCII.test(ascii) ? decodeUtf8(bytes) : ascii
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** How many bytes at the end begin a character that goes on. */
function begunAtEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

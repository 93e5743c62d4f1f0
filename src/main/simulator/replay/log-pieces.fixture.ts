import { encodeUtf8 } from '../../engine/vtl/java/text/utf8'
import type { LogReader } from './log-reader'

/** Test data: a log that is read in pieces of so many bytes, each in the same memory as the one before. */
export function logOf(text: string, pieceSize = 1_000_000): LogReader {
  const bytes = encodeUtf8(text)
  const piece = new Uint8Array(pieceSize)
  let at = 0
  return {
    read: () => {
      if (at >= bytes.length) return null
      const some = bytes.subarray(at, at + pieceSize)
      piece.fill(0).set(some)
      at += some.length
      return piece.subarray(0, some.length)
    },
  }
}

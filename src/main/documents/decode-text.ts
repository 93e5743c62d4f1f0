import type { Diagnostic } from '@shared/diagnostic'
import type { DecodeProblem } from './decode-problem'
import { decodeUtf16 } from './decode-utf16'
import { decodeUtf8 } from './decode-utf8'
import { textDiagnostic } from './text-diagnostic'

/** More than any document that is read here: the service itself refuses OpenAPI files over 6 MB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

export type DecodedText = { readonly text: string } | { readonly diagnostics: Diagnostic[] }

/**
 * The text of a file's bytes: UTF-8 with or without a byte order mark, or UTF-16 with one. The mark is left out of the text.
 * Anything else is refused, naming what it is: no encoding is guessed, so no text is ever garbled.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const refusal = refuseUnread(bytes, fileName)
  if (refusal) return { diagnostics: [refusal] }
  const decoded = decodeByMark(bytes)
  if (typeof decoded === 'string') return { text: decoded }
  const range = positionInBytes(bytes, decoded.offset)
  return { diagnostics: [textDiagnostic(decoded.code, `${fileName}: ${decoded.message}`, range)] }
}

function decodeByMark(bytes: Uint8Array): string | DecodeProblem {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'little')
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'big')
  return decodeUtf8(bytes, startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0)
}

function refuseUnread(bytes: Uint8Array, fileName: string): Diagnostic | null {
  const format = compressionOf(bytes)
  if (format) {
    const message = `${fileName} is a ${format} file, not a JSON or YAML document. Unpack it and open what is inside.`
    return textDiagnostic('text/compressed', message, { line: 1, column: 1 })
  }
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const limit = MAX_DOCUMENT_BYTES / 1024 / 1024
    const message = `${fileName} has ${bytes.length} bytes; documents of up to ${limit} MB are read. Split it into several APIs.`
    return textDiagnostic('text/too-large', message, undefined)
  }
  return null
}

function compressionOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  if (startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd])) return 'zstd'
  return null
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function positionInBytes(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let index = 0; index < offset; index++) {
    if (bytes[index] !== 0x0a) continue
    line++
    lineStart = index + 1
  }
  return { line, column: offset - lineStart + 1 }
}

import type { DecodeProblem } from './decode-problem'
import { textFromUnits } from './text-from-units'

/** As much of the Encoding standard's `TextDecoder` as is used here. */
type Decoder = new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string }

/** No pure folder may count on a platform's interfaces; this one gives the very same text where there is one, ten times as fast. */
const PLATFORM_DECODER = (globalThis as { readonly TextDecoder?: Decoder }).TextDecoder ?? null

/**
 * Strict UTF-8 to text: overlong forms, surrogates, cut sequences and NUL are refused.
 * Source: Unicode Standard, table 3-7 (well-formed byte sequences).
 */
export function decodeUtf8(
  bytes: Uint8Array,
  from: number,
  decoder: Decoder | null = PLATFORM_DECODER,
): string | DecodeProblem {
  return (decoder && decodedBy(decoder, bytes.subarray(from))) ?? decodeByHand(bytes, from)
}

/** null for what is refused: where and why is then found by hand. */
function decodedBy(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    const text = new decoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

export function decodeByHand(bytes: Uint8Array, from: number): string | DecodeProblem {
  const units = new Uint16Array(bytes.length - from)
  let length = 0
  let at = from
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      if (first === 0) return nulByte(at)
      units[length++] = first
      at++
      continue
    }
    const size = sequenceLength(first)
    if (size === 0 || !isWellFormed(bytes, at, size)) return notUtf8(at, first)
    const point = codePoint(bytes, at, size)
    if (point > 0xffff) {
      units[length++] = 0xd800 + ((point - 0x10000) >> 10)
      units[length++] = 0xdc00 + (point & 0x3ff)
    } else {
      units[length++] = point
    }
    at += size
  }
  return textFromUnits(units, length)
}

function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

function isWellFormed(bytes: Uint8Array, at: number, size: number): boolean {
  for (let index = at + 1; index < at + size; index++) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false
  }
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second <= 0x9f
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second <= 0x8f
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  let point = (bytes[at] ?? 0) & (0x7f >> size)
  for (let index = at + 1; index < at + size; index++) point = (point << 6) | ((bytes[index] ?? 0) & 0x3f)
  return point
}

function nulByte(offset: number): DecodeProblem {
  const message = `byte ${offset} is NUL, so this is not a text file. Save it as UTF-8 text.`
  return { offset, code: 'text/not-text', message }
}

function notUtf8(offset: number, byte: number): DecodeProblem {
  const shown = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const message = `byte ${offset} (${shown}) is not valid UTF-8; the file may be in another encoding. Save it as UTF-8.`
  return { offset, code: 'text/not-utf8', message }
}

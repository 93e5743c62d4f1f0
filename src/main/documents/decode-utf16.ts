import type { DecodeProblem } from './decode-problem'
import { textFromUnits } from './text-from-units'

/** UTF-16 after its byte order mark to text. Lone surrogates, NUL and half a unit at the end are refused. */
export function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string | DecodeProblem {
  if (bytes.length % 2 === 1) return problem(bytes.length - 1, 'ends in the middle of a UTF-16 character')
  const length = bytes.length / 2 - 1
  const units = new Uint16Array(length)
  const low = order === 'little' ? 0 : 1
  for (let index = 0; index < length; index++) {
    const at = 2 + 2 * index
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8)
    if (unit === 0) return problem(at, 'is NUL, so this is not a text file')
    units[index] = unit
  }
  const lone = loneSurrogate(units)
  return lone < 0 ? textFromUnits(units, length) : problem(2 + 2 * lone, 'is half a UTF-16 surrogate pair')
}

function loneSurrogate(units: Uint16Array): number {
  for (let index = 0; index < units.length; index++) {
    const kind = (units[index] ?? 0) & 0xfc00
    if (kind === 0xdc00) return index
    if (kind !== 0xd800) continue
    if (((units[index + 1] ?? 0) & 0xfc00) !== 0xdc00) return index
    index++
  }
  return -1
}

function problem(offset: number, what: string): DecodeProblem {
  return { offset, code: 'text/not-text', message: `byte ${offset} ${what}. Save the file as UTF-8 text.` }
}

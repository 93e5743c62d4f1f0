import { codePointsWithProperty } from '../../../validation/pattern/code-points'

/** `Character.digit(int, int)`: the value of a digit of any script, or of a Latin letter; -1 when it is none below the radix. */
export function digitOf(codePoint: number, radix: number): number {
  if (radix < 2 || radix > 36) return -1
  const value = digitValue(codePoint)
  return value < radix ? value : -1
}

function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return asciiValue(codePoint)
  // Full-width letters.
  if ((codePoint >= 0xff21 && codePoint <= 0xff3a) || (codePoint >= 0xff41 && codePoint <= 0xff5a)) {
    return asciiValue(codePoint - 0xfee0)
  }
  // Digits come in tens.
  for (const [from, to] of codePointsWithProperty('Nd') ?? []) {
    if (codePoint >= from && codePoint <= to) return (codePoint - from) % 10
  }
  return -1
}

function asciiValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + 10
  return code >= 0x61 && code <= 0x7a ? code - 0x61 + 10 : -1
}

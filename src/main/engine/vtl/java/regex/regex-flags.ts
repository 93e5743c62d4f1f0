import type { Folding } from './regex-node'

/** The flags of a pattern, as `(?i)` and the like set them. */
export interface RegexFlags {
  readonly isCaseIgnored: boolean
  readonly isUnicodeCase: boolean
  readonly isMultiline: boolean
  readonly isDotAll: boolean
  readonly isUnixLines: boolean
  readonly isFree: boolean
  readonly isUnicode: boolean
}

export const NO_FLAGS: RegexFlags = {
  isCaseIgnored: false,
  isUnicodeCase: false,
  isMultiline: false,
  isDotAll: false,
  isUnixLines: false,
  isFree: false,
  isUnicode: false,
}

/** By letter. */
const FLAG_LETTERS: Readonly<Record<string, Partial<RegexFlags>>> = {
  i: { isCaseIgnored: true },
  u: { isUnicodeCase: true },
  m: { isMultiline: true },
  s: { isDotAll: true },
  d: { isUnixLines: true },
  x: { isFree: true },
  U: { isUnicode: true, isUnicodeCase: true },
  c: {},
}

/** What a flag changes, or takes back; null for a letter that is no flag. */
export function flagChange(letter: string, isOff: boolean): Partial<RegexFlags> | null {
  const change = Object.hasOwn(FLAG_LETTERS, letter) ? FLAG_LETTERS[letter] : undefined
  if (change === undefined) return null
  return isOff ? Object.fromEntries(Object.keys(change).map((name) => [name, false])) : change
}

export function foldingOf(flags: RegexFlags): Folding {
  if (!flags.isCaseIgnored) return 'none'
  return flags.isUnicodeCase ? 'unicode' : 'ascii'
}

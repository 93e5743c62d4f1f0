/** Sorted, disjoint, inclusive ranges of code points, as in [[0x30, 0x39]] for the digits. */
export type CodePoints = readonly (readonly [from: number, to: number])[]

const LAST_CODE_POINT = 0x10ffff
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

export const DIGITS: CodePoints = [[0x30, 0x39]]
export const WORD_CHARACTERS: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
export const LINE_TERMINATORS: CodePoints = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]
/** Source: ECMA-262, WhiteSpace and LineTerminator. */
export const WHITE_SPACE: CodePoints = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]

export function union(...sets: readonly CodePoints[]): CodePoints {
  const merged: [number, number][] = []
  for (const [from, to] of sets.flat().sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function complement(set: CodePoints): CodePoints {
  const gaps: [number, number][] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST_CODE_POINT) gaps.push([next, LAST_CODE_POINT])
  return gaps
}

export function includesCodePoint(set: CodePoints, codePoint: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const range = set[middle]
    if (range === undefined || range[0] > codePoint) high = middle
    else if (range[1] < codePoint) low = middle + 1
    else return true
  }
  return false
}

const knownProperties = new Map<string, CodePoints | null>()

/**
 * The characters with a Unicode property, as in "Letter", "Lu", "Script=Greek" or "Alphabetic"; null when there is no such property.
 * The runtime's own tables are asked, once for each property, with a text of every character: a lookup, not a match of user input.
 */
export function codePointsWithProperty(name: string): CodePoints | null {
  const known = knownProperties.get(name)
  if (known !== undefined) return known
  const found = scanForProperty(name)
  knownProperties.set(name, found)
  return found
}

function scanForProperty(name: string): CodePoints | null {
  if (!/^[A-Za-z_]+(?:=[A-Za-z_0-9]+)?$/.test(name)) return null
  let runs: RegExp
  try {
    runs = new RegExp(`\\p{${name}}+`, 'gu')
  } catch {
    return null
  }
  const found: [number, number][] = []
  for (const block of everyCharacter()) {
    for (const [run] of block.matchAll(runs)) {
      const from = run.codePointAt(0) ?? 0
      found.push([from, from + [...run].length - 1])
    }
  }
  return union(found)
}

/** Every character but the surrogates, in blocks without gaps. */
function* everyCharacter(): Iterable<string> {
  const blockSize = 0x1000
  for (let start = 0; start <= LAST_CODE_POINT; start += blockSize) {
    if (start + blockSize > FIRST_SURROGATE && start <= LAST_SURROGATE) {
      if (start < FIRST_SURROGATE) yield charactersBetween(start, FIRST_SURROGATE - 1)
    } else {
      yield charactersBetween(start, start + blockSize - 1)
    }
  }
}

function charactersBetween(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

/** `Character.isWhitespace(int)`: separators that may break a line, and a few control characters. */
export function isWhiteSpace(codePoint: number): boolean {
  if (codePoint <= 0x20) return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13) || codePoint >= 0x1c
  return isSpaceSeparator(codePoint) && codePoint !== 0xa0 && codePoint !== 0x2007 && codePoint !== 0x202f
}

/** `Character.isSpaceChar(int)`: the space, line and paragraph separators of Unicode. */
export function isSpaceSeparator(codePoint: number): boolean {
  return (
    codePoint === 0x20 ||
    codePoint === 0xa0 ||
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  )
}

/** Where the text begins without the characters at its start that are taken for blank. */
export function blankPrefix(text: string, isBlank: (unit: number) => boolean = isWhiteSpace): number {
  let start = 0
  while (start < text.length && isBlank(text.charCodeAt(start))) start++
  return start
}

/** Where the text ends without the ones at its end. */
export function blankSuffix(text: string, isBlank: (unit: number) => boolean = isWhiteSpace): number {
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

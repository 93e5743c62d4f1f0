/** Greek letters with a small iota below: their capitals in full are two letters, the simple ones a single title-case letter. */
function titleCaseOfIota(codePoint: number): number | null {
  if (codePoint >= 0x1f80 && codePoint <= 0x1faf) return (codePoint & 8) === 0 ? codePoint + 8 : null
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) return codePoint + 9
  return null
}

function onlyCodePoint(text: string): number | null {
  const codePoint = text.codePointAt(0) ?? 0
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : null
}

/** `Character.toUpperCase(int)`: one character for one, so that U+00DF stays what it is. */
export function toUpperCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x61 && codePoint <= 0x7a ? codePoint - 32 : codePoint
  return titleCaseOfIota(codePoint) ?? onlyCodePoint(String.fromCodePoint(codePoint).toUpperCase()) ?? codePoint
}

/** `Character.toLowerCase(int)`. */
export function toLowerCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x41 && codePoint <= 0x5a ? codePoint + 32 : codePoint
  return onlyCodePoint(String.fromCodePoint(codePoint).toLowerCase()) ?? (codePoint === 0x130 ? 0x69 : codePoint)
}

/** What `equalsIgnoreCase` compares: capitals made small again, for alphabets whose capitals fall together. */
export function foldCodePoint(codePoint: number): number {
  return toLowerCodePoint(toUpperCodePoint(codePoint))
}

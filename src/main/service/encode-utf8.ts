const REPLACEMENT = 0xfffd

/** A text as UTF-8; half of a surrogate pair becomes the replacement character. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let end = 0
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0
    if (point > 0xffff) index += 1
    end = writePoint(bytes, end, point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point)
  }
  return bytes.slice(0, end)
}

/** The place after it. Source: RFC 3629, section 3. */
function writePoint(bytes: Uint8Array, start: number, point: number): number {
  if (point < 0x80) {
    bytes[start] = point
    return start + 1
  }
  const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
  bytes[start] = ((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more))
  for (let index = 1; index <= more; index += 1) bytes[start + index] = 0x80 | ((point >> (6 * (more - index))) & 0x3f)
  return start + more + 1
}

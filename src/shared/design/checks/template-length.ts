import { LIMITS } from '../../limits'

/** Bytes of a template in UTF-8; a code unit takes at most three, so short texts need no counting. */
export function templateLength(text: string): number {
  if (text.length * 3 <= LIMITS.mappingTemplate.value) return text.length
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

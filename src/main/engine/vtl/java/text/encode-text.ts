import { checkArrayLength } from '../java-errors'
import { JavaException } from '../java-exception'
import { encodeUtf8 } from './utf8'

/**
 * The bytes (0-255) of a text, as `getBytes(charset)`.
 * Errors: OutOfMemoryError for a very long text; UnsupportedEncodingException; also for charsets that Java knows beyond UTF-8, UTF-16, UTF-32, ISO-8859-1 and US-ASCII.
 */
export function encodeText(text: string, charset: string): number[] {
  checkArrayLength(text.length)
  switch (charset.toUpperCase()) {
    case 'UTF-8':
    case 'UTF8':
      return [...encodeUtf8(text)]
    case 'ISO-8859-1':
    case 'ISO8859-1':
    case 'ISO8859_1':
    case 'LATIN1':
      return encodeNarrow(text, 0xff)
    case 'US-ASCII':
    case 'ASCII':
      return encodeNarrow(text, 0x7f)
    case 'UTF-16':
      return text === '' ? [] : [0xfe, 0xff, ...encodeUtf16(text, false)]
    case 'UTF-16BE':
      return encodeUtf16(text, false)
    case 'UTF-16LE':
      return encodeUtf16(text, true)
    case 'UTF-32':
    case 'UTF-32BE':
      return Array.from(text, (character) => character.codePointAt(0)!).flatMap((code) => [
        0,
        code >> 16,
        (code >> 8) & 255,
        code & 255,
      ])
    default:
      throw new JavaException('java.io.UnsupportedEncodingException', charset)
  }
}

function encodeNarrow(text: string, last: number): number[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    return code > last ? 0x3f : code
  })
}

/** Half of a surrogate pair is U+FFFD. */
function encodeUtf16(text: string, isLittle: boolean): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0)!
    const known = codePoint >= 0xd800 && codePoint <= 0xdfff ? '\ufffd' : character
    for (let index = 0; index < known.length; index++) {
      const unit = known.charCodeAt(index)
      if (isLittle) bytes.push(unit & 255, unit >> 8)
      else bytes.push(unit >> 8, unit & 255)
    }
  }
  return bytes
}

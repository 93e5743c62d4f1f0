import { illegalArgument } from '../java-errors'
import { digitOf } from './character-digit'
import { decodeUtf8, encodeUtf8 } from './utf8'

const SAFE = /[^A-Za-z0-9\-_.*]+/g
/** By byte: "%2F" for 47. */
const ESCAPES: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)
const CHARACTERS_OF_ESCAPE = 3

/** `URLEncoder.encode(text, "UTF-8")`: a blank is "+", half of a surrogate pair "%3F". */
export function encodeUrl(text: string): string {
  return text.replaceAll(SAFE, (run) => run.split(' ').map(escapeAll).join('+'))
}

function escapeAll(text: string): string {
  let escaped = ''
  for (const byte of encodeUtf8(text)) escaped += ESCAPES[byte]!
  return escaped
}

/** `URLDecoder.decode(text, "UTF-8")`. Errors: JavaException IllegalArgumentException for "%" without two digits. */
export function decodeUrl(text: string): string {
  let decoded = ''
  let at = 0
  while (at < text.length) {
    const escape = text.indexOf('%', at)
    decoded += text.slice(at, escape < 0 ? text.length : escape).replaceAll('+', ' ')
    if (escape < 0) break
    const bytes: number[] = []
    for (at = escape; text[at] === '%'; at += CHARACTERS_OF_ESCAPE) bytes.push(byteAt(text, at))
    decoded += decodeUtf8(bytes)
  }
  return decoded
}

/** Two digits as Java's `Integer.parseInt(text, 16)` reads them: "+f" is one as well. */
function byteAt(text: string, at: number): number {
  if (at + 2 >= text.length) throw illegalArgument('URLDecoder: Incomplete trailing escape (%) pattern')
  const digits = text.slice(at + 1, at + CHARACTERS_OF_ESCAPE)
  const sign = digits[0]
  const low = digitOf(digits.charCodeAt(1), 16)
  if (sign === '-' && low > 0) {
    throw illegalArgument('URLDecoder: Illegal hex characters in escape (%) pattern - negative value')
  }
  const high = sign === '+' || sign === '-' ? 0 : digitOf(digits.charCodeAt(0), 16)
  if (high < 0 || low < 0) {
    throw illegalArgument(`URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "${digits}"`)
  }
  return high * 16 + low
}

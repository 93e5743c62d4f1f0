import { unexpectedEnd, unexpectedEscape } from './parse-exception'

/** A string with backslashes: its value, and the place after its closing quote. */
export interface EscapedString {
  readonly value: string
  readonly end: number
}

const END = 0x1a
const SPACE = 0x20
const BACKSLASH = 0x5c
const DELETE = 0x7f

/** `\u` and `\x` with the number of their digits. */
const HEX_ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x75, 4],
  [0x78, 2],
])

const ESCAPES: ReadonlyMap<number, string> = new Map(
  Object.entries({ t: '\t', n: '\n', r: '\r', f: '\f', b: '\b', '\\': '\\', '/': '/', "'": "'", '"': '"' }).map(
    ([letter, character]) => [letter.charCodeAt(0), character],
  ),
)

/**
 * Read a string that has escapes, from behind its opening quote. As json-smart: `\x41` is known, an unknown escape stands for nothing,
 * control characters are dropped.
 */
export function readEscaped(text: string, start: number, quote: number): EscapedString {
  let value = ''
  let at = start
  /** Where the text that is taken as it is began. */
  let plain = start
  for (;;) {
    const code = codeAt(text, at)
    if (code === quote) return { value: value + text.slice(plain, at), end: at + 1 }
    if (code === END) throw unexpectedEnd(at - 1, 'null')
    if (code !== BACKSLASH && code >= SPACE && code !== DELETE) {
      at++
      continue
    }
    if (plain < at) value += text.slice(plain, at)
    at++
    if (code === BACKSLASH) {
      const letter = codeAt(text, at)
      const digits = HEX_ESCAPES.get(letter)
      if (digits !== undefined) value += readHex(text, at + 1, digits)
      else value += ESCAPES.get(letter) ?? ''
      at += 1 + (digits ?? 0)
    }
    plain = at
  }
}

function readHex(text: string, start: number, count: number): string {
  let value = 0
  for (let at = start; at < start + count; at++) {
    const code = codeAt(text, at)
    const digit = hexDigit(code)
    if (digit < 0) throw code === END ? unexpectedEnd(at, 'EOF') : unexpectedEscape(code, at)
    value = value * 16 + digit
  }
  return String.fromCharCode(value)
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0x41 && code <= 0x46) return code - 0x41 + 10
  if (code >= 0x61 && code <= 0x66) return code - 0x61 + 10
  return -1
}

function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : END
}

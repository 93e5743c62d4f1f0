import { JavaDouble, JavaFloat } from '../java/java-number'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { tooDeep, unexpectedCharacter, unexpectedEnd, unexpectedToken } from './parse-exception'
import { parseFraction, parseInteger } from './parse-number'
import { readEscaped } from './read-escaped'
import { trimJava } from './trim-java'

/** What json-smart reads past the end; the character itself ends a text as well. */
const END = 0x1a

const SPACE = 0x20
const QUOTE = 0x22
const APOSTROPHE = 0x27
const PLUS = 0x2b
const COMMA = 0x2c
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const UPPER_E = 0x45
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const LOWER_E = 0x65
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Later releases of json-smart call more than 400 hostile; whatever walks a value later can count on this. */
const MAX_DEPTH = 500
/** Numbers up to this many digits fit an Integer whatever the digits are. */
const INTEGER_DIGITS = 9
/** Up to this length the digits of a fraction are an exact double, with or without the dot. */
const EXACT_LENGTH = 16
const TENS: readonly number[] = Array.from({ length: EXACT_LENGTH }, (_, exponent) => 10 ** exponent)
/** Longer strings are searched for their end by the platform, shorter ones character by character, which is faster. */
const SHORT_STRING = 40

/**
 * Read JSON as API Gateway does: json-smart 2.2 in its permissive mode. Objects become `LinkedHashMap`s, lists `JSONArray`s, numbers
 * Integer, Long, BigInteger, Double or BigDecimal.
 * Lenient: strings may be in single quotes or bare (`a=b` is the string "a=b"), commas may be missing or too many, what follows the
 * first value is not looked at, control characters are taken as they are.
 * Errors: JavaException `net.minidev.json.parser.ParseException` with the position, as for `{a`; NumberFormatException for "1e+".
 * Departure: lists and objects may be nested 500 deep, where json-smart 2.2 has no limit but the stack.
 */
export function parseJson(text: string): JavaValue {
  return new JsonSmartParser(text).parse()
}

class JsonSmartParser {
  private readonly text: string
  private readonly length: number
  private at = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
    this.length = text.length
  }

  parse(): JavaValue {
    return this.readValue(END, END)
  }

  /** The character at this place. */
  private get code(): number {
    return this.at < this.length ? this.text.charCodeAt(this.at) : END
  }

  /** A value that ends before one of two characters, if it is not in quotes or brackets. */
  private readValue(stop: number, otherStop: number): JavaValue {
    for (;;) {
      const code = this.code
      switch (code) {
        case 0x09:
        case 0x0a:
        case 0x0d:
        case SPACE:
          this.at++
          continue
        case COLON:
        case CLOSE_BRACKET:
        case CLOSE_BRACE:
          throw unexpectedCharacter(code, this.at)
        case OPEN_BRACE:
          return this.readObject()
        case OPEN_BRACKET:
          return this.readArray()
        case QUOTE:
        case APOSTROPHE:
          return this.readString(code)
        case MINUS:
        case 0x30:
        case 0x31:
        case 0x32:
        case 0x33:
        case 0x34:
        case 0x35:
        case 0x36:
        case 0x37:
        case 0x38:
        case 0x39:
          return this.readNumber(code, stop, otherStop)
        default:
          return this.readWord(code, stop, otherStop)
      }
    }
  }

  private readArray(): JavaList {
    if (++this.depth > MAX_DEPTH) throw tooDeep(OPEN_BRACKET, this.at)
    const items: JavaValue[] = []
    this.at++
    for (;;) {
      const code = this.code
      switch (code) {
        case 0x09:
        case 0x0a:
        case 0x0d:
        case SPACE:
        case COMMA:
          this.at++
          continue
        case CLOSE_BRACKET:
          this.at++
          this.depth--
          return new JavaList(items, 'net.minidev.json.JSONArray')
        case COLON:
        case CLOSE_BRACE:
          throw unexpectedCharacter(code, this.at)
        case END:
          throw unexpectedEnd(this.at - 1, 'EOF')
        default:
          items.push(this.readValue(COMMA, CLOSE_BRACKET))
      }
    }
  }

  private readObject(): JavaMap {
    if (++this.depth > MAX_DEPTH) throw tooDeep(OPEN_BRACE, this.at)
    const map = new JavaMap()
    this.at++
    for (;;) {
      const code = this.code
      switch (code) {
        case 0x09:
        case 0x0a:
        case 0x0d:
        case SPACE:
        case COMMA:
          this.at++
          continue
        case COLON:
        case CLOSE_BRACKET:
        case OPEN_BRACKET:
        case OPEN_BRACE:
          throw unexpectedCharacter(code, this.at)
        case CLOSE_BRACE:
          this.at++
          this.depth--
          return map
        default:
          this.readMember(map, code)
      }
    }
  }

  private readMember(map: JavaMap, code: number): void {
    const key = code === QUOTE || code === APOSTROPHE ? this.readString(code) : this.readUnquoted(this.at, COLON, COLON)
    const separator = this.skipSpace()
    if (separator === END) throw unexpectedEnd(this.at - 1, 'null')
    if (separator !== COLON) throw unexpectedCharacter(separator, this.at - 1)
    this.at++
    if (this.at >= this.length) throw unexpectedEnd(this.at - 1, 'EOF')
    map.put(key, this.readValue(COMMA, CLOSE_BRACE))
    const after = this.skipSpace()
    if (after === COMMA || after === CLOSE_BRACE) return
    if (after === END) throw unexpectedEnd(this.at - 1, 'null')
    throw unexpectedToken(String.fromCharCode(after), this.at - 1)
  }

  /** A string in quotes. The quote that opens it closes it; control characters are kept, unless there is a backslash in it. */
  private readString(quote: number): string {
    const start = this.at + 1
    const end = this.findQuote(quote, start)
    if (end >= 0) {
      this.at = end + 1
      return this.text.slice(start, end)
    }
    const escaped = readEscaped(this.text, start, quote)
    this.at = escaped.end
    return escaped.value
  }

  /** Where the string ends; -1 if it has a backslash. */
  private findQuote(quote: number, start: number): number {
    const { text } = this
    const near = Math.min(start + SHORT_STRING, this.length)
    for (let at = start; at < near; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) return at
      if (code === BACKSLASH) return text.includes(String.fromCharCode(quote), at) ? -1 : this.failAtEnd()
    }
    const end = text.indexOf(String.fromCharCode(quote), near)
    if (end < 0) this.failAtEnd()
    return text.slice(near, end).includes('\\') ? -1 : end
  }

  private failAtEnd(): never {
    throw unexpectedEnd(this.length, 'null')
  }

  /** The text from `start` to one of the stops, or to the end. */
  private readUnquoted(start: number, stop: number, otherStop: number): string {
    let code = this.code
    while (code !== END && code !== stop && code !== otherStop) {
      this.at++
      code = this.code
    }
    return trimJava(this.text.slice(start, this.at))
  }

  private readWord(first: number, stop: number, otherStop: number): JavaValue {
    const word = this.readUnquoted(this.at, stop, otherStop)
    // A control character before the word is trimmed too late for json-smart to know the word.
    if (first < SPACE) return word
    switch (word) {
      case 'null':
        return null
      case 'true':
        return true
      case 'false':
        return false
      case 'NaN':
        return new JavaFloat(NaN)
      default:
        return word
    }
  }

  /** A number, or the text up to the stop when more than a number is there, as in "12 days". */
  private readNumber(first: number, stop: number, otherStop: number): JavaValue {
    const { text } = this
    const start = this.at
    let at = start + 1
    let value = first - ZERO
    let code = text.charCodeAt(at)
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO
      code = text.charCodeAt(++at)
    }
    this.at = at
    if (first !== MINUS) {
      if (code === stop || code === otherStop) {
        if (at - start <= INTEGER_DIGITS) return value
      } else if (code === DOT) {
        const fraction = this.readShortFraction(start, value, stop, otherStop)
        if (fraction !== null) return fraction
      }
    }
    return this.readLongNumber(start, stop, otherStop)
  }

  /** After the whole part of a number with a dot. Null: too many digits for this, or something else follows. */
  private readShortFraction(start: number, whole: number, stop: number, otherStop: number): JavaDouble | null {
    const { text } = this
    const dot = this.at
    let at = dot + 1
    let value = whole
    let code = text.charCodeAt(at)
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO
      code = text.charCodeAt(++at)
    }
    if ((code !== stop && code !== otherStop) || at - start > EXACT_LENGTH) return null
    this.at = at
    // Both are exact, so the quotient is the double nearest to the decimal.
    return new JavaDouble(value / TENS[at - dot - 1]!)
  }

  /** The parser stands behind the first digits. */
  private readLongNumber(start: number, stop: number, otherStop: number): JavaValue {
    let code = this.code
    const isInteger = code !== DOT && code !== UPPER_E && code !== LOWER_E
    if (code === DOT) {
      this.at++
      code = this.skipDigits()
    }
    if (code === UPPER_E || code === LOWER_E) {
      this.at++
      code = this.code
      if (code !== PLUS && code !== MINUS && (code < ZERO || code > NINE))
        return this.readUnquoted(start, stop, otherStop)
      this.at++
      this.skipDigits()
    }
    code = this.skipSpace()
    if (!isStop(code, stop, otherStop)) return this.readUnquoted(start, stop, otherStop)
    const number = trimJava(this.text.slice(start, this.at))
    return isInteger ? parseInteger(number) : parseFraction(number)
  }

  private skipDigits(): number {
    let code = this.code
    while (code >= ZERO && code <= NINE) {
      this.at++
      code = this.code
    }
    return code
  }

  private skipSpace(): number {
    let code = this.code
    while (code <= SPACE && code !== END) {
      this.at++
      code = this.code
    }
    return code
  }
}

/** json-smart's tables of characters end at U+007D: any other one ends a number, too. */
function isStop(code: number, stop: number, otherStop: number): boolean {
  return code === stop || code === otherStop || code === END || code > CLOSE_BRACE
}

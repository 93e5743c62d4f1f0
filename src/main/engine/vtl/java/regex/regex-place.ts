import { includesCodePoint } from '../../../validation/pattern/code-points'
import { UNICODE_WORD } from './character-sets'
import type { Place } from './regex-node'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

export interface PlaceRules {
  readonly place: Place
  readonly isUnixLines: boolean
  readonly isUnicode: boolean
}

/** Whether a position of the text is such a place. `previousEnd` is where the match before ended. */
export function isPlace(rules: PlaceRules, text: string, at: number, previousEnd: number): boolean {
  switch (rules.place) {
    case 'text start':
      return at === 0
    case 'text end':
      return at === text.length
    case 'previous match end':
      return at === previousEnd
    case 'line start':
      return isLineStart(text, at, rules.isUnixLines)
    case 'line end':
      return isLineEnd(text, at, rules.isUnixLines)
    case 'last line end':
      return at === text.length || (isLineEnd(text, at, rules.isUnixLines) && isLastLineEnd(text, at))
    case 'word boundary':
      return isBoundary(text, at, rules.isUnicode)
    case 'no word boundary':
      return !isBoundary(text, at, rules.isUnicode)
  }
}

function endsLine(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === 0x85 || unit === 0x2028 || unit === 0x2029
}

/** As in Perl, no line starts at the end of the text. */
function isLineStart(text: string, at: number, isUnixLines: boolean): boolean {
  if (at === text.length) return false
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (isUnixLines) return before === LINE_FEED
  return endsLine(before) && !(before === CARRIAGE_RETURN && text.charCodeAt(at) === LINE_FEED)
}

/** Not between "\r" and "\n". */
function isLineEnd(text: string, at: number, isUnixLines: boolean): boolean {
  if (at === text.length) return true
  const unit = text.charCodeAt(at)
  if (isUnixLines) return unit === LINE_FEED
  if (unit === LINE_FEED) return at === 0 || text.charCodeAt(at - 1) !== CARRIAGE_RETURN
  return endsLine(unit)
}

function isLastLineEnd(text: string, at: number): boolean {
  if (at === text.length - 1) return true
  return at === text.length - 2 && text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED
}

function isBoundary(text: string, at: number, isUnicode: boolean): boolean {
  return isWordBefore(text, at, isUnicode) !== isWordAt(text, at, isUnicode)
}

function isWordBefore(text: string, at: number, isUnicode: boolean): boolean {
  if (at === 0) return false
  const pair = at > 1 ? text.codePointAt(at - 2)! : 0
  const width = pair > 0xffff ? 2 : 1
  return isWordAt(text, at - width, isUnicode)
}

/** A mark that stands on a letter belongs to its word. */
function isWordAt(text: string, at: number, isUnicode: boolean): boolean {
  const codePoint = text.codePointAt(at)
  if (codePoint === undefined) return false
  if (codePoint < 0x80 ? isAsciiWord(codePoint) : isLetterOrDigit(codePoint)) return true
  if (isUnicode && includesCodePoint(UNICODE_WORD(), codePoint)) return true
  return codePoint >= 0x300 && isMark(codePoint) && hasBaseBefore(text, at)
}

function isAsciiWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
  )
}

/** What `\\b` of JDK 17 stands between: letters and digits of every script, and "_". */
function isLetterOrDigit(codePoint: number): boolean {
  return /[\p{L}\p{Nd}]/u.test(String.fromCodePoint(codePoint))
}

function isMark(codePoint: number): boolean {
  return /\p{Mn}/u.test(String.fromCodePoint(codePoint))
}

function hasBaseBefore(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const codePoint = text.codePointAt(index)!
    if (codePoint >= 0xdc00 && codePoint <= 0xdfff) continue
    if (isLetterOrDigit(codePoint)) return true
    if (!isMark(codePoint)) return false
  }
  return false
}

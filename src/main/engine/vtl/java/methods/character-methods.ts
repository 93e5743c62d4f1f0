import { includesCodePoint } from '../../../validation/pattern/code-points'
import { classNameOf } from '../class-name'
import type { JavaArray } from '../java-array'
import { JavaChar } from '../java-char'
import { classCast, illegalArgument, nullPointer } from '../java-errors'
import { JavaException } from '../java-exception'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'
import { charArray, unitsOf } from '../primitive-arrays'
import { propertySet } from '../regex/regex-property'
import { property } from '../regex/character-sets'
import { toLowerCodePoint, toUpperCodePoint } from '../text/character-case'
import { digitOf } from '../text/character-digit'
import { codePointAt, codePointBefore, codePointCount, offsetByCodePoints, textSlice } from '../text/text-parts'
import { isSpaceSeparator, isWhiteSpace } from '../text/white-space'

/** Source: the constants of java.lang.Character. */
const GENERAL_CATEGORIES: readonly (readonly [category: string, type: number])[] = [
  ['Lu', 1],
  ['Ll', 2],
  ['Lt', 3],
  ['Lm', 4],
  ['Lo', 5],
  ['Mn', 6],
  ['Me', 7],
  ['Mc', 8],
  ['Nd', 9],
  ['Nl', 10],
  ['No', 11],
  ['Zs', 12],
  ['Zl', 13],
  ['Zp', 14],
  ['Cc', 15],
  ['Cf', 16],
  ['Co', 18],
  ['Pd', 20],
  ['Ps', 21],
  ['Pe', 22],
  ['Pc', 23],
  ['Po', 24],
  ['Sm', 25],
  ['Sc', 26],
  ['Sk', 27],
  ['So', 28],
  ['Pi', 29],
  ['Pf', 30],
]
const SURROGATE = 19

function typeOf(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return SURROGATE
  return GENERAL_CATEGORIES.find(([category]) => includesCodePoint(property(category), codePoint))?.[1] ?? 0
}

/** A test as Java's regular expressions know it: "Letter" is `Character.isLetter`. */
function hasProperty(name: string): (codePoint: number) => boolean {
  return (codePoint) => includesCodePoint(propertySet(`java${name}`, false, false) ?? [], codePoint)
}

function numericValue(codePoint: number): number {
  return digitOf(codePoint, 36)
}

function isLatin1Space(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 9 || codePoint === 10 || codePoint === 12 || codePoint === 13
}

function toTitleCodePoint(codePoint: number): number {
  // The digraphs whose three cases stand side by side.
  if (codePoint >= 0x1c4 && codePoint <= 0x1cc) return codePoint - ((codePoint - 0x1c4) % 3) + 1
  if (codePoint >= 0x1f1 && codePoint <= 0x1f3) return 0x1f2
  return typeOf(codePoint) === 3 ? codePoint : toUpperCodePoint(codePoint)
}

function isValid(codePoint: number): boolean {
  return codePoint >= 0 && codePoint <= 0x10ffff
}

function textOf(codePoint: number): string {
  if (isValid(codePoint)) return String.fromCodePoint(codePoint)
  throw illegalArgument(`Not a valid Unicode code point: 0x${(codePoint >>> 0).toString(16).toUpperCase()}`)
}

/** The last 16 bits as a `char`. */
function char(unit: number): JavaChar {
  return new JavaChar(String.fromCharCode(unit & 0xffff))
}

const codeOf = (unit: string): number => unit.charCodeAt(0)
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

function toCodePoint(high: number, low: number): number {
  return (((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000) | 0
}

function forDigit(digit: number, radix: number): JavaChar {
  const isKnown = radix >= 2 && radix <= 36 && digit >= 0 && digit < radix
  return new JavaChar(isKnown ? digit.toString(radix) : '\0')
}

function putCharacters(codePoint: number, target: JavaArray, at: number): number {
  const text = textOf(codePoint)
  if (at < 0 || at + text.length > target.items.length) throw illegalArgument(`index ${at}`)
  for (let index = 0; index < text.length; index++) target.items[at + index] = new JavaChar(text[index]!)
  return text.length
}

function unitsBefore(array: JavaArray, index: number, limit: number): string {
  if (index >= limit || limit < 0 || limit > array.items.length) throw outOfBounds()
  return unitsOf(array).slice(0, limit)
}

function codePointSince(text: string, index: number, start: number): number {
  if (index <= start || start < 0 || start >= text.length) throw outOfBounds()
  return codePointBefore(text.slice(start), index - start)
}

function outOfBounds(): JavaException {
  return new JavaException('java.lang.IndexOutOfBoundsException', 'null')
}

const TESTS: Readonly<Record<string, (codePoint: number) => boolean>> = {
  isDefined: hasProperty('Defined'),
  isDigit: hasProperty('Digit'),
  isISOControl: hasProperty('ISOControl'),
  isIdentifierIgnorable: hasProperty('IdentifierIgnorable'),
  isJavaIdentifierPart: hasProperty('JavaIdentifierPart'),
  isJavaIdentifierStart: hasProperty('JavaIdentifierStart'),
  isLetter: hasProperty('Letter'),
  isLetterOrDigit: hasProperty('LetterOrDigit'),
  isLowerCase: hasProperty('LowerCase'),
  isMirrored: hasProperty('Mirrored'),
  isSpaceChar: isSpaceSeparator,
  isTitleCase: hasProperty('TitleCase'),
  isUnicodeIdentifierPart: hasProperty('UnicodeIdentifierPart'),
  isUnicodeIdentifierStart: hasProperty('UnicodeIdentifierStart'),
  isUpperCase: hasProperty('UpperCase'),
  isWhitespace: isWhiteSpace,
}

/** Each test takes a `char` or an `int`. */
const TEST_METHODS = inherit(
  ...Object.entries(TESTS).map(([name, test]) =>
    methodsOf<JavaChar>()({
      [`${name}(char)` as 'test(char)']: (_: JavaChar, unit: string) => test(codeOf(unit)),
      [`${name}(int)` as 'test(int)']: (_: JavaChar, codePoint: number) => test(codePoint),
    } as {
      'test(char)': (target: JavaChar, unit: string) => boolean
      'test(int)': (target: JavaChar, codePoint: number) => boolean
    }),
  ),
)

/** The public methods of `java.lang.Character` in JDK 17; names and directions of characters are missing. */
export const CHARACTER_METHODS = inherit(
  methodsOf<JavaChar>()({
    'charCount(int)': (_, codePoint) => (codePoint >= 0x10000 ? 2 : 1),
    'charValue()': (target) => target,
    'codePointAt(CharSequence,int)': (_, text, index) => codePointAt(text, index),
    'codePointAt(char[],int)': (_, array, index) => codePointAt(unitsOf(array), index),
    'codePointAt(char[],int,int)': (_, array, index, limit) => codePointAt(unitsBefore(array, index, limit), index),
    'codePointBefore(CharSequence,int)': (_, text, index) => codePointBefore(text, index),
    'codePointBefore(char[],int)': (_, array, index) => codePointBefore(unitsOf(array), index),
    'codePointBefore(char[],int,int)': (_, array, index, start) => codePointSince(unitsOf(array), index, start),
    'codePointCount(CharSequence,int,int)': (_, text, from, to) => codePointCount(text, from, to),
    'codePointCount(char[],int,int)': (_, array, from, count) => {
      const text = textSlice(unitsOf(array), from, count)
      return codePointCount(text, 0, text.length)
    },
    'compare(char,char)': (_, a, b) => codeOf(a) - codeOf(b),
    'compareTo(Character)': (target, other) => codeOf(target.value) - codeOf(other),
    'compareTo(Object)': (_, other) => {
      throw other === null ? nullPointer() : classCast(classNameOf(other), 'java.lang.Character')
    },
    'digit(char,int)': (_, unit, radix) => digitOf(codeOf(unit), radix),
    'digit(int,int)': (_, codePoint, radix) => digitOf(codePoint, radix),
    'forDigit(int,int)': (_, digit, radix) => forDigit(digit, radix),
    'getNumericValue(char)': (_, unit) => numericValue(codeOf(unit)),
    'getNumericValue(int)': (_, codePoint) => numericValue(codePoint),
    'getType(char)': (_, unit) => typeOf(codeOf(unit)),
    'getType(int)': (_, codePoint) => typeOf(codePoint),
    'hashCode(char)': (_, unit) => codeOf(unit),
    'highSurrogate(int)': (_, codePoint) => char((codePoint >>> 10) + 0xd7c0),
    'isAlphabetic(int)': (_, codePoint) => includesCodePoint(property('Alphabetic'), codePoint),
    'isBmpCodePoint(int)': (_, codePoint) => codePoint >= 0 && codePoint <= 0xffff,
    'isHighSurrogate(char)': (_, unit) => isHigh(codeOf(unit)),
    'isIdeographic(int)': (_, codePoint) => includesCodePoint(property('Ideographic'), codePoint),
    'isJavaLetter(char)': (_, unit) => TESTS['isJavaIdentifierStart']!(codeOf(unit)),
    'isJavaLetterOrDigit(char)': (_, unit) => TESTS['isJavaIdentifierPart']!(codeOf(unit)),
    'isLowSurrogate(char)': (_, unit) => isLow(codeOf(unit)),
    'isSpace(char)': (_, unit) => isLatin1Space(codeOf(unit)),
    'isSupplementaryCodePoint(int)': (_, codePoint) => codePoint >= 0x10000 && codePoint <= 0x10ffff,
    'isSurrogate(char)': (_, unit) => codeOf(unit) >= 0xd800 && codeOf(unit) <= 0xdfff,
    'isSurrogatePair(char,char)': (_, high, low) => isHigh(codeOf(high)) && isLow(codeOf(low)),
    'isValidCodePoint(int)': (_, codePoint) => isValid(codePoint),
    'lowSurrogate(int)': (_, codePoint) => char((codePoint & 0x3ff) + 0xdc00),
    'offsetByCodePoints(CharSequence,int,int)': (_, text, from, count) => offsetByCodePoints(text, from, count),
    'offsetByCodePoints(char[],int,int,int,int)': (_, array, start, length, from, count) =>
      start + offsetByCodePoints(textSlice(unitsOf(array), start, length), from - start, count),
    'reverseBytes(char)': (_, unit) => char(((codeOf(unit) & 0xff) << 8) | (codeOf(unit) >> 8)),
    'toChars(int)': (_, codePoint) => charArray(textOf(codePoint)),
    'toChars(int,char[],int)': (_, codePoint, target, at) => putCharacters(codePoint, target, at),
    'toCodePoint(char,char)': (_, high, low) => toCodePoint(codeOf(high), codeOf(low)),
    'toLowerCase(char)': (_, unit) => char(toLowerCodePoint(codeOf(unit))),
    'toLowerCase(int)': (_, codePoint) => (isValid(codePoint) ? toLowerCodePoint(codePoint) : codePoint),
    'toString(char)': (_, unit) => unit,
    'toString(int)': (_, codePoint) => textOf(codePoint),
    'toTitleCase(char)': (_, unit) => char(toTitleCodePoint(codeOf(unit))),
    'toTitleCase(int)': (_, codePoint) => (isValid(codePoint) ? toTitleCodePoint(codePoint) : codePoint),
    'toUpperCase(char)': (_, unit) => char(toUpperCodePoint(codeOf(unit))),
    'toUpperCase(int)': (_, codePoint) => (isValid(codePoint) ? toUpperCodePoint(codePoint) : codePoint),
    'valueOf(char)': (_, unit) => new JavaChar(unit),
  }),
  TEST_METHODS,
  OBJECT_METHODS,
)

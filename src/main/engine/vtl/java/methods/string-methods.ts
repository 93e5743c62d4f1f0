import { formatText } from '../format/format-text'
import { classNameOf } from '../class-name'
import { JavaChar } from '../java-char'
import { checkLength, classCast, illegalArgument, nullPointer } from '../java-errors'
import { JavaException } from '../java-exception'
import { JavaByte, JavaDouble, JavaFloat } from '../java-number'
import type { JavaValue } from '../java-value'
import { inherit, methodsOf } from '../method-table'
import { numberText } from '../number-text'
import { OBJECT_METHODS } from '../object-methods'
import { byteArray, charArray, stringArray, unitsOf } from '../primitive-arrays'
import { matchesRegex } from '../regex/java-regex'
import { replaceAllMatches, replaceFirstMatch } from '../regex/replace-matches'
import { splitText } from '../regex/split-text'
import { encodeText } from '../text/encode-text'
import { concat, joinTexts, replaceText } from '../text/join-texts'
import { indent, stripIndent, translateEscapes } from '../text/text-lines'
import {
  codePointAt,
  codePointBefore,
  codePointCount,
  offsetByCodePoints,
  substring,
  textSlice,
  unitAt,
} from '../text/text-parts'
import {
  compareIgnoringCase,
  compareTexts,
  equalsIgnoringCase,
  indexOfCharacter,
  indexOfText,
  lastIndexOfCharacter,
  lastIndexOfText,
  regionMatches,
} from '../text/text-search'
import { blankPrefix, blankSuffix } from '../text/white-space'
import { stringValueOf } from '../to-java-string'

const isControl = (unit: number): boolean => unit <= 0x20

function withoutBlanks(text: string, isBlank?: (unit: number) => boolean): string {
  const start = blankPrefix(text, isBlank)
  return text.slice(start, Math.max(start, blankSuffix(text, isBlank)))
}

function repeat(text: string, count: number): string {
  if (count < 0) throw illegalArgument(`count is negative: ${count}`)
  checkLength(text.length * count)
  return text.repeat(count)
}

/** `getBytes` and `getChars` with an array to write to. */
function writeUnits(part: string, target: JavaValue[], at: number, wrap: (unit: string) => JavaValue): '' {
  if (at < 0 || at + part.length > target.length) {
    const message = `offset ${at}, count ${part.length}, length ${target.length}`
    throw new JavaException('java.lang.ArrayIndexOutOfBoundsException', message)
  }
  for (let index = 0; index < part.length; index++) target[at + index] = wrap(part[index]!)
  return ''
}

const toLowByte = (unit: string): JavaValue => new JavaByte((unit.charCodeAt(0) << 24) >> 24)
const toChar = (unit: string): JavaValue => new JavaChar(unit)

function caseInLocale(): never {
  throw nullPointer('the locale is null')
}

/** The public methods of `java.lang.String` in JDK 17. Streams and `transform` are missing: they need code as an argument. */
export const STRING_METHODS = inherit(
  methodsOf<string>()({
    'charAt(int)': (text, index) => new JavaChar(unitAt(text, index)),
    'codePointAt(int)': codePointAt,
    'codePointBefore(int)': codePointBefore,
    'codePointCount(int,int)': codePointCount,
    'compare(CharSequence,CharSequence)': (_, a, b) => compareTexts(a, b),
    'compareTo(String)': compareTexts,
    'compareTo(Object)': (text, other) => {
      if (other === null) throw nullPointer()
      if (typeof other !== 'string') throw classCast(classNameOf(other), 'java.lang.String')
      return compareTexts(text, other)
    },
    'compareToIgnoreCase(String)': compareIgnoringCase,
    'concat(String)': concat,
    'contains(CharSequence)': (text, part) => text.includes(part),
    'contentEquals(CharSequence)': (text, other) => text === other,
    'contentEquals(StringBuffer)': () => {
      throw nullPointer()
    },
    'copyValueOf(char[])': (_, array) => unitsOf(array),
    'copyValueOf(char[],int,int)': (_, array, offset, count) => textSlice(unitsOf(array), offset, count),
    'endsWith(String)': (text, suffix) => text.endsWith(suffix),
    'equals(Object)': (text, other) => text === other,
    'equalsIgnoreCase(String?)': (text, other) => other !== null && equalsIgnoringCase(text, other),
    'format(String,Object[]?)': (_, format, args) => formatText(format, args?.items ?? null),
    'format(Locale,String,Object[]?)': (_, _locale, format, args) => formatText(format, args?.items ?? null),
    'formatted(Object[]?)': (text, args) => formatText(text, args?.items ?? null),
    'getBytes()': (text) => byteArray(encodeText(text, 'UTF-8')),
    'getBytes(String)': (text, charset) => byteArray(encodeText(text, charset)),
    'getBytes(Charset)': () => {
      throw nullPointer()
    },
    'getBytes(int,int,byte[],int)': (text, from, to, target, at) =>
      writeUnits(substring(text, from, to), target.items, at, toLowByte),
    'getChars(int,int,char[],int)': (text, from, to, target, at) =>
      writeUnits(substring(text, from, to), target.items, at, toChar),
    'indent(int)': indent,
    'indexOf(String)': (text, part) => text.indexOf(part),
    'indexOf(String,int)': indexOfText,
    'indexOf(int)': (text, codePoint) => indexOfCharacter(text, codePoint),
    'indexOf(int,int)': indexOfCharacter,
    'intern()': (text) => text,
    'isBlank()': (text) => blankPrefix(text) === text.length,
    'isEmpty()': (text) => text === '',
    'join(CharSequence,CharSequence[])': (_, separator, parts) => joinTexts(separator, parts.items),
    'join(CharSequence,Iterable)': (_, separator, parts) => joinTexts(separator, parts.items),
    'lastIndexOf(String)': (text, part) => text.lastIndexOf(part),
    'lastIndexOf(String,int)': lastIndexOfText,
    'lastIndexOf(int)': (text, codePoint) => lastIndexOfCharacter(text, codePoint),
    'lastIndexOf(int,int)': lastIndexOfCharacter,
    'length()': (text) => text.length,
    'matches(String)': (text, regex) => matchesRegex(text, regex),
    'offsetByCodePoints(int,int)': offsetByCodePoints,
    'regionMatches(boolean,int,String,int,int)': (text, isCaseIgnored, at, other, otherAt, length) =>
      regionMatches(text, isCaseIgnored, at, other, otherAt, length),
    'regionMatches(int,String,int,int)': (text, at, other, otherAt, length) =>
      regionMatches(text, false, at, other, otherAt, length),
    'repeat(int)': repeat,
    'replace(CharSequence,CharSequence)': replaceText,
    'replace(char,char)': (text, from, to) => replaceText(text, from, to),
    'replaceAll(String,String?)': replaceAllMatches,
    'replaceFirst(String,String?)': replaceFirstMatch,
    'split(String)': (text, regex) => stringArray(splitText(text, regex, 0)),
    'split(String,int)': (text, regex, limit) => stringArray(splitText(text, regex, limit)),
    'startsWith(String)': (text, prefix) => text.startsWith(prefix),
    'startsWith(String,int)': (text, prefix, at) => at >= 0 && at <= text.length && text.startsWith(prefix, at),
    'strip()': (text) => withoutBlanks(text),
    'stripIndent()': stripIndent,
    'stripLeading()': (text) => text.slice(blankPrefix(text)),
    'stripTrailing()': (text) => text.slice(0, blankSuffix(text)),
    'subSequence(int,int)': substring,
    'substring(int)': (text, from) => substring(text, from, text.length),
    'substring(int,int)': substring,
    'toCharArray()': charArray,
    'toLowerCase()': (text) => text.toLowerCase(),
    'toLowerCase(Locale)': caseInLocale,
    'toString()': (text) => text,
    'toUpperCase()': (text) => text.toUpperCase(),
    'toUpperCase(Locale)': caseInLocale,
    'translateEscapes()': translateEscapes,
    'trim()': (text) => withoutBlanks(text, isControl),
    'valueOf(Object)': (_, value) => stringValueOf(value),
    'valueOf(boolean)': (_, value) => String(value),
    'valueOf(char)': (_, unit) => unit,
    'valueOf(char[])': (_, array) => unitsOf(array),
    'valueOf(char[],int,int)': (_, array, offset, count) => textSlice(unitsOf(array), offset, count),
    'valueOf(double)': (_, value) => numberText(new JavaDouble(value)),
    'valueOf(float)': (_, value) => numberText(new JavaFloat(value)),
    'valueOf(int)': (_, value) => String(value),
    'valueOf(long)': (_, value) => String(value),
  }),
  OBJECT_METHODS,
)

import { codePointsWithProperty, complement, union, type CodePoints } from '../../../validation/pattern/code-points'
import { isWhiteSpace } from '../text/white-space'
import { EVERYTHING, intersection, property, UNICODE_WORD } from './character-sets'

const ASCII: CodePoints = [[0, 0x7f]]
const PRINTABLE: CodePoints = [[0x21, 0x7e]]
const ALPHA: CodePoints = [
  [0x41, 0x5a],
  [0x61, 0x7a],
]
const DIGIT: CodePoints = [[0x30, 0x39]]
const HEX: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x46],
  [0x61, 0x66],
]

const POSIX: Readonly<Record<string, CodePoints>> = {
  Lower: [[0x61, 0x7a]],
  Upper: [[0x41, 0x5a]],
  ASCII,
  Alpha: ALPHA,
  Digit: DIGIT,
  Alnum: union(ALPHA, DIGIT),
  Punct: intersection(PRINTABLE, complement(union(ALPHA, DIGIT))),
  Graph: PRINTABLE,
  Print: [[0x20, 0x7e]],
  Blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  Cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  XDigit: HEX,
  Space: [
    [0x09, 0x0d],
    [0x20, 0x20],
  ],
}

/** What the POSIX names stand for with the flag `(?U)`, as binary properties. */
const UNICODE_POSIX: Readonly<Record<string, string>> = {
  ALPHA: 'ALPHABETIC',
  LOWER: 'LOWERCASE',
  UPPER: 'UPPERCASE',
  SPACE: 'WHITE_SPACE',
  PUNCT: 'PUNCTUATION',
  XDIGIT: 'HEX_DIGIT',
  ALNUM: 'ALNUM',
  CNTRL: 'CONTROL',
  DIGIT: 'DIGIT',
  BLANK: 'BLANK',
  GRAPH: 'GRAPH',
  PRINT: 'PRINT',
}

const BINARY: Readonly<Record<string, () => CodePoints>> = {
  ALPHABETIC: () => property('Alphabetic'),
  LETTER: () => property('L'),
  IDEOGRAPHIC: () => property('Ideographic'),
  LOWERCASE: () => property('Lowercase'),
  UPPERCASE: () => property('Uppercase'),
  TITLECASE: () => property('Lt'),
  WHITE_SPACE: () => property('White_Space'),
  CONTROL: () => property('Cc'),
  PUNCTUATION: () => property('P'),
  HEX_DIGIT: () => union(property('Nd'), hexDigits()),
  ASSIGNED: () => complement(property('Cn')),
  NONCHARACTER_CODE_POINT: () => property('Noncharacter_Code_Point'),
  DIGIT: () => property('Nd'),
  ALNUM: () => union(property('Alphabetic'), property('Nd')),
  BLANK: () => union(property('Zs'), [[0x09, 0x09]]),
  GRAPH: () => graph(),
  PRINT: () => intersection(union(graph(), property('Zs')), complement(property('Cc'))),
  WORD: UNICODE_WORD,
  JOIN_CONTROL: () => property('Join_Control'),
}

function hexDigits(): CodePoints {
  return property('Hex_Digit')
}

function graph(): CodePoints {
  const surrogates: CodePoints = [[0xd800, 0xdfff]]
  const others = ['Zs', 'Zl', 'Zp', 'Cc', 'Cn'].map(property)
  return complement(union(...others, surrogates))
}

const WHITE_SPACE: CodePoints = Array.from({ length: 0x3001 }, (_, code) => code)
  .filter(isWhiteSpace)
  .map((code) => [code, code] as const)

const JAVA: Readonly<Record<string, () => CodePoints>> = {
  LowerCase: () => property('Lowercase'),
  UpperCase: () => property('Uppercase'),
  Alphabetic: () => property('Alphabetic'),
  Ideographic: () => property('Ideographic'),
  TitleCase: () => property('Lt'),
  Digit: () => property('Nd'),
  Defined: () => complement(property('Cn')),
  Letter: () => property('L'),
  LetterOrDigit: () => union(property('L'), property('Nd')),
  JavaIdentifierStart: () => union(...['L', 'Nl', 'Sc', 'Pc'].map(property)),
  JavaIdentifierPart: () => union(...['L', 'Nl', 'Sc', 'Pc', 'Nd', 'Mc', 'Mn'].map(property), ignorable()),
  UnicodeIdentifierStart: () => property('ID_Start'),
  UnicodeIdentifierPart: () => union(property('ID_Continue'), ignorable()),
  IdentifierIgnorable: ignorable,
  SpaceChar: () => property('Z'),
  Whitespace: () => WHITE_SPACE,
  ISOControl: () => property('Cc'),
  Mirrored: () => property('Bidi_Mirrored'),
}

function ignorable(): CodePoints {
  return union(
    [
      [0, 8],
      [0x0e, 0x1b],
      [0x7f, 0x9f],
    ],
    property('Cf'),
  )
}

/** The blocks that patterns of payloads ask for; their names without blanks, hyphens and underscores. */
const BLOCKS: Readonly<Record<string, CodePoints>> = {
  BASICLATIN: ASCII,
  LATIN1SUPPLEMENT: [[0x80, 0xff]],
  LATINEXTENDEDA: [[0x100, 0x17f]],
  LATINEXTENDEDB: [[0x180, 0x24f]],
  IPAEXTENSIONS: [[0x250, 0x2af]],
  COMBININGDIACRITICALMARKS: [[0x300, 0x36f]],
  GREEK: [[0x370, 0x3ff]],
  GREEKANDCOPTIC: [[0x370, 0x3ff]],
  CYRILLIC: [[0x400, 0x4ff]],
  ARMENIAN: [[0x530, 0x58f]],
  HEBREW: [[0x590, 0x5ff]],
  ARABIC: [[0x600, 0x6ff]],
  DEVANAGARI: [[0x900, 0x97f]],
  THAI: [[0xe00, 0xe7f]],
  HANGULJAMO: [[0x1100, 0x11ff]],
  GENERALPUNCTUATION: [[0x2000, 0x206f]],
  CURRENCYSYMBOLS: [[0x20a0, 0x20cf]],
  ARROWS: [[0x2190, 0x21ff]],
  MATHEMATICALOPERATORS: [[0x2200, 0x22ff]],
  BOXDRAWING: [[0x2500, 0x257f]],
  DINGBATS: [[0x2700, 0x27bf]],
  HIRAGANA: [[0x3040, 0x309f]],
  KATAKANA: [[0x30a0, 0x30ff]],
  CJKUNIFIEDIDEOGRAPHS: [[0x4e00, 0x9fff]],
  HANGULSYLLABLES: [[0xac00, 0xd7af]],
  PRIVATEUSEAREA: [[0xe000, 0xf8ff]],
  EMOTICONS: [[0x1f600, 0x1f64f]],
}

const CASED_NAMES = new Set(['Lower', 'Upper', 'Ll', 'Lu', 'Lt', 'LowerCase', 'UpperCase', 'TitleCase'])
const CASED_BINARY = new Set(['LOWERCASE', 'UPPERCASE', 'TITLECASE'])

/** Any case will do, where the pattern does not mind it. */
function anyCase(): CodePoints {
  return union(property('Lu'), property('Ll'), property('Lt'))
}

/**
 * The characters that `\p{NAME}` stands for, as in "Lower", "L", "IsLatin", "InGreek", "script=Greek" or "javaLetter"; null when Java
 * knows no such name.
 * Departure: of the blocks ("InGreek") only 27 are known.
 */
export function propertySet(name: string, isUnicode: boolean, isCaseIgnored: boolean): CodePoints | null {
  const equals = name.indexOf('=')
  if (equals >= 0) return keyedSet(name.slice(0, equals).toLowerCase(), name.slice(equals + 1), isCaseIgnored)
  if (name.startsWith('In')) return blockSet(name.slice(2))
  if (name.startsWith('Is')) return isSet(name.slice(2), isCaseIgnored)
  if (isUnicode) {
    const unicode = UNICODE_POSIX[name.toUpperCase()]
    if (unicode !== undefined) return binarySet(unicode, isCaseIgnored)
  }
  return plainSet(name, isCaseIgnored)
}

function keyedSet(key: string, value: string, isCaseIgnored: boolean): CodePoints | null {
  if (key === 'sc' || key === 'script') return scriptSet(value)
  if (key === 'blk' || key === 'block') return blockSet(value)
  return key === 'gc' || key === 'general_category' ? plainSet(value, isCaseIgnored) : null
}

function blockSet(name: string): CodePoints | null {
  return own(BLOCKS, name.toUpperCase().replaceAll(/[ _-]/g, ''))
}

function isSet(name: string, isCaseIgnored: boolean): CodePoints | null {
  return binarySet(name.toUpperCase(), isCaseIgnored) ?? plainSet(name, isCaseIgnored) ?? scriptSet(name)
}

function binarySet(name: string, isCaseIgnored: boolean): CodePoints | null {
  if (isCaseIgnored && CASED_BINARY.has(name)) return anyCase()
  return own(BINARY, name)?.() ?? null
}

function scriptSet(name: string): CodePoints | null {
  const spelled = name.toLowerCase().replaceAll(/(^|_)[a-z]/g, (start) => start.toUpperCase())
  return codePointsWithProperty(`Script=${spelled}`)
}

function plainSet(name: string, isCaseIgnored: boolean): CodePoints | null {
  const bare = name.startsWith('java') ? name.slice(4) : name
  if (isCaseIgnored && CASED_NAMES.has(bare)) return bare === 'Lower' || bare === 'Upper' ? ALPHA : anyCase()
  if (name.startsWith('java')) return own(JAVA, bare)?.() ?? null
  const posix = own(POSIX, name)
  if (posix !== null) return posix
  if (name === 'L1') return [[0, 0xff]]
  if (name === 'all') return EVERYTHING
  if (name === 'LD') return union(property('L'), property('Nd'))
  if (name === 'Cs') return [[0xd800, 0xdfff]]
  if (name === 'C') return union(property('C'), [[0xd800, 0xdfff]])
  return /^(?:[LMNPSZC]|L[ultmoC]|M[nec]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|C[cfon])$/.test(name) ? property(name) : null
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null
}

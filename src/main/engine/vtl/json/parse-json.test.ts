import { describe, expect, it } from 'vitest'
import { JavaException } from '../java/java-exception'
import { parseJson } from './parse-json'
import { typedText } from './typed-text.fixture'

function read(text: string): string {
  return typedText(parseJson(text))
}

/** "class: message" of what the text makes json-smart throw. */
function failure(text: string): string {
  try {
    return `read as ${read(text).slice(0, 100)}`
  } catch (error) {
    if (error instanceof JavaException) return `${error.className}: ${error.message}`
    throw error
  }
}

describe('parseJson of plain JSON', () => {
  it('reads objects in the order of their members, and lists as JSONArrays', () => {
    expect(read('{"b": [1, {"c": null}], "a": {"x": true, "y": false}, "": "text"}')).toBe(
      '{b: JSONArray [Integer 1, {c: null}], a: {x: true, y: false}, : "text"}',
    )
  })

  it('keeps the place of a member that is there twice and takes its last value', () => {
    expect(read('{"a":1,"b":2,"a":3}')).toBe('{a: Integer 3, b: Integer 2}')
  })

  it('takes __proto__ for a name like any other', () => {
    expect(read('{"__proto__":{"polluted":1}}')).toBe('{__proto__: {polluted: Integer 1}}')
  })

  it('reads every escape', () => {
    expect(read(String.raw`"\t\n\r\f\b\\\/\"\'\u00e9\ud83d\ude00\x41"`)).toBe(JSON.stringify('\t\n\r\f\b\\/"\'é😀A'))
  })

  it('reads strings of any length, with the escape near or far', () => {
    const long = 'x'.repeat(100)
    expect(parseJson(`"${long}"`)).toBe(long)
    expect(parseJson(`"${long}\\n${long}"`)).toBe(`${long}\n${long}`)
    expect(parseJson(`"\\n${long}"`)).toBe(`\n${long}`)
  })
})

const NUMBERS: readonly (readonly [text: string, value: string])[] = [
  ['0', 'Integer 0'],
  ['-0', 'Integer 0'],
  ['-', 'Integer 0'],
  ['007', 'Integer 7'],
  ['-7', 'Integer -7'],
  ['2147483647', 'Integer 2147483647'],
  ['2147483648', 'Long 2147483648'],
  ['-2147483648', 'Integer -2147483648'],
  ['-2147483649', 'Long -2147483649'],
  ['9007199254740993', 'Long 9007199254740993'],
  ['9223372036854775807', 'Long 9223372036854775807'],
  ['9223372036854775808', 'BigInteger 9223372036854775808'],
  ['-9223372036854775808', 'Long -9223372036854775808'],
  ['-9223372036854775809', 'BigInteger -9223372036854775809'],
  ['0000000000000000012', 'Integer 12'],
  ['00000000000000000012', 'BigInteger 12'],
  ['1.50', 'Double 1.5'],
  ['-0.0', 'Double -0.0'],
  ['0.1', 'Double 0.1'],
  ['12345678.9', 'Double 1.23456789E7'],
  ['1e2', 'Double 100.0'],
  ['1E-4', 'Double 1.0E-4'],
  ['1.', 'Double 1.0'],
  ['-.5', 'Double -0.5'],
  ['1e400', 'Double Infinity'],
  ['1.2345678901234567', 'Double 1.2345678901234567'],
  ['1.23456789012345678', 'BigDecimal 1.23456789012345678'],
  ['-12345678901234567890e-3', 'BigDecimal -12345678901234567.890'],
  ['1.00000000000000000e+5', 'BigDecimal 100000.000000000000'],
  ['NaN', 'Float NaN'],
]

describe('parseJson of numbers', () => {
  it.each(NUMBERS)('reads %s as %s', (text, value) => {
    expect([read(text), read(`[${text}]`), read(`{"a": ${text} }`)]).toEqual([
      value,
      `JSONArray [${value}]`,
      `{a: ${value}}`,
    ])
  })

  it('reads each fraction of up to fifteen digits as the platform does', () => {
    const texts = ['0.3', '1.005', '2.675', '123456.789', '0.000001', '9.99999999999999', '4503599627370.49']
    expect(read(`[${texts.join(',')}]`)).toBe(read(`[${texts.map((text) => ` ${text}`).join(' ,')} ]`))
    expect(read(`[${texts.join(',')}]`)).toBe(
      'JSONArray [Double 0.3, Double 1.005, Double 2.675, Double 123456.789, Double 1.0E-6, Double 9.99999999999999, ' +
        'Double 4.50359962737049E12]',
    )
  })

  it('takes for text what only begins as a number', () => {
    expect(read('[12 days, 1.5.2, 1e, 1ex, 1-2, - 5, 1:2]')).toBe(
      'JSONArray ["12 days", "1.5.2", "1e", "1ex", "1-2", "- 5", "1:2"]',
    )
  })

  it('ends a number before a character beyond U+007D, and begins another element there', () => {
    expect(read('[12é, 1.5~]')).toBe('JSONArray [Integer 12, "é", Double 1.5, "~"]')
  })

  it('refuses what Java cannot read as a number', () => {
    expect(['-.', '1e+', '1.0000000000000000e2147483648'].map(failure)).toEqual([
      'java.lang.NumberFormatException: For input string: "-."',
      'java.lang.NumberFormatException: For input string: "1e+"',
      'java.lang.NumberFormatException: For input string: "1.0000000000000000e2147483648"',
    ])
  })

  it('refuses more than ten thousand digits', () => {
    const digits = '9'.repeat(10_001)
    expect([failure(digits), failure(`0.${digits}`)].map((text) => text.slice(0, 51))).toEqual([
      'java.lang.NumberFormatException: For input string: ',
      'java.lang.NumberFormatException: For input string: ',
    ])
    expect(read('9'.repeat(10_000))).toBe(`BigInteger ${'9'.repeat(10_000)}`)
  })
})

const LENIENT: readonly (readonly [text: string, value: string])[] = [
  ['', '""'],
  ['  ', '""'],
  ['a=b&c=d', '"a=b&c=d"'],
  ['plain text  ', '"plain text"'],
  ['null{', '"null{"'],
  ['true]', '"true]"'],
  ['<xml/>', '"<xml/>"'],
  ['\u{feff}{"a":1}', '"\u{feff}{\\"a\\":1}"'],
  ['null', 'null'],
  [' true ', 'true'],
  ['\u{1}true', '"true"'],
  ["'it'", '"it"'],
  [`'say "hi"'`, '"say \\"hi\\""'],
  [String.raw`"a\qb\zc"`, '"abc"'],
  ['"tab\there"', '"tab\\there"'],
  ['"dropped \u{1}\\n"', '"dropped \\n"'],
  ['{"a":1}{"b":2}', '{a: Integer 1}'],
  ['[1,2] rest', 'JSONArray [Integer 1, Integer 2]'],
  ['{a:1, b c : d e }', '{a: Integer 1, b c: "d e"}'],
  ["{'a':'b'}", '{a: "b"}'],
  ['{"a":1,}', '{a: Integer 1}'],
  ['{,,"a":1,,}', '{a: Integer 1}'],
  ['{"a":,"b":}', 'failed'],
  ['{"a":,"b":1}', '{a: "", b: Integer 1}'],
  ['[,1,,2,]', 'JSONArray [Integer 1, Integer 2]'],
  ['["a" "b"]', 'JSONArray ["a", "b"]'],
  ['[\u{b}]', 'JSONArray [""]'],
  ['[nothing, nullable, nan]', 'JSONArray ["nothing", "nullable", "nan"]'],
  ['{"a":1\u{1a}', 'failed'],
]

describe('parseJson of what is not quite JSON', () => {
  it.each(LENIENT.filter(([, value]) => value !== 'failed'))('reads %j as %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each(LENIENT.filter(([, value]) => value === 'failed'))('cannot read %j', (text) => {
    expect(failure(text)).toMatch(/^net\.minidev\.json\.parser\.ParseException: Unexpected /)
  })

  it('says what it found and where', () => {
    const texts = [
      '{a',
      '{"a"',
      '{"a":',
      '{"a":1',
      '{"a" 1}',
      '{"a":"b" "c"}',
      '{:1}',
      '[a',
      '[',
      '[}',
      ']',
      '"abc',
      '"a\\"',
      '"\\u12',
    ]
    expect(texts.map((text) => failure(text).replace('net.minidev.json.parser.ParseException: ', ''))).toEqual([
      'Unexpected End Of File position 1: null',
      'Unexpected End Of File position 3: null',
      'Unexpected End Of File position 4: EOF',
      'Unexpected End Of File position 5: null',
      'Unexpected character (1) at position 4.',
      'Unexpected token " at position 8.',
      'Unexpected character (:) at position 1.',
      'Unexpected End Of File position 1: EOF',
      'Unexpected End Of File position 0: EOF',
      'Unexpected character (}) at position 1.',
      'Unexpected character (]) at position 0.',
      'Unexpected End Of File position 4: null',
      'Unexpected End Of File position 3: null',
      'Unexpected End Of File position 5: null',
    ])
  })

  it('refuses escapes with other than hexadecimal digits', () => {
    expect(['"\\u00g0"', '"\\x"'].map(failure)).toEqual([
      'net.minidev.json.parser.ParseException: Unexpected unicode escape sequence g at position 5.',
      'net.minidev.json.parser.ParseException: Unexpected unicode escape sequence " at position 3.',
    ])
  })

  it('refuses more than five hundred levels, however many there are', () => {
    const deepest = `${'['.repeat(500)}${']'.repeat(500)}`
    expect(read(deepest).length).toBe(500 * 'JSONArray []'.length)
    expect([failure('['.repeat(1_000_000)), failure('{"a":'.repeat(1_000_000))]).toEqual([
      'net.minidev.json.parser.ParseException: Malicious payload, having non natural depths, parsing stoped on [ at position 500.',
      'net.minidev.json.parser.ParseException: Malicious payload, having non natural depths, parsing stoped on { at position 2500.',
    ])
  })

  it('counts levels, not brackets', () => {
    expect(read(`[${Array.from({ length: 600 }, () => '{"a":[1]}').join(',')}]`).match(/a: JSONArray/g)).toHaveLength(
      600,
    )
  })
})

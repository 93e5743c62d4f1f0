import { JavaByte, JavaLong, JavaShort } from '../java-number'
import { inherit, methodsOf } from '../method-table'
import { decodeWhole, numberFormatError, parseWhole } from '../parse-java-number'
import { NUMBER_METHODS, toShort } from './number-methods'

const INT_MIN = -(2n ** 31n)
const INT_MAX = 2n ** 31n - 1n

function inRange(value: bigint, limit: number, problem: string): number {
  if (value < -limit || value >= limit) throw numberFormatError(problem)
  return Number(value)
}

function parse(text: string | null, radix: number, limit: number): number {
  const problem = `Value out of range. Value:"${text}" Radix:${radix}`
  return inRange(parseWhole(text, radix, INT_MIN, INT_MAX), limit, problem)
}

function decode(text: string, limit: number): number {
  return inRange(decodeWhole(text, INT_MIN, INT_MAX), limit, `Value ${text} out of range from input ${text}`)
}

const BYTE_LIMIT = 128
const SHORT_LIMIT = 32_768

/** The public methods of `java.lang.Byte` in JDK 17. */
export const BYTE_METHODS = inherit(
  methodsOf<JavaByte>()({
    'compare(byte,byte)': (_, a, b) => a - b,
    'compareTo(Byte)': (target, other) => target.value - other,
    'compareUnsigned(byte,byte)': (_, a, b) => (a & 0xff) - (b & 0xff),
    'decode(String)': (_, text) => new JavaByte(decode(text, BYTE_LIMIT)),
    'hashCode(byte)': (_, value) => value,
    'parseByte(String?)': (_, text) => new JavaByte(parse(text, 10, BYTE_LIMIT)),
    'parseByte(String?,int)': (_, text, radix) => new JavaByte(parse(text, radix, BYTE_LIMIT)),
    'toString(byte)': (_, value) => String(value),
    'toUnsignedInt(byte)': (_, value) => value & 0xff,
    'toUnsignedLong(byte)': (_, value) => new JavaLong(BigInt(value & 0xff)),
    'valueOf(String?)': (_, text) => new JavaByte(parse(text, 10, BYTE_LIMIT)),
    'valueOf(String?,int)': (_, text, radix) => new JavaByte(parse(text, radix, BYTE_LIMIT)),
    'valueOf(byte)': (_, value) => new JavaByte(value),
  }),
  NUMBER_METHODS,
)

/** The public methods of `java.lang.Short` in JDK 17. */
export const SHORT_METHODS = inherit(
  methodsOf<JavaShort>()({
    'compare(short,short)': (_, a, b) => a - b,
    'compareTo(Short)': (target, other) => target.value - other,
    'compareUnsigned(short,short)': (_, a, b) => (a & 0xffff) - (b & 0xffff),
    'decode(String)': (_, text) => new JavaShort(decode(text, SHORT_LIMIT)),
    'hashCode(short)': (_, value) => value,
    'parseShort(String?)': (_, text) => new JavaShort(parse(text, 10, SHORT_LIMIT)),
    'parseShort(String?,int)': (_, text, radix) => new JavaShort(parse(text, radix, SHORT_LIMIT)),
    'reverseBytes(short)': (_, value) => toShort(((value & 0xff) << 8) | ((value >> 8) & 0xff)),
    'toString(short)': (_, value) => String(value),
    'toUnsignedInt(short)': (_, value) => value & 0xffff,
    'toUnsignedLong(short)': (_, value) => new JavaLong(BigInt(value & 0xffff)),
    'valueOf(String?)': (_, text) => new JavaShort(parse(text, 10, SHORT_LIMIT)),
    'valueOf(String?,int)': (_, text, radix) => new JavaShort(parse(text, radix, SHORT_LIMIT)),
    'valueOf(short)': (_, value) => new JavaShort(value),
  }),
  NUMBER_METHODS,
)

import { arithmeticError } from '../java-errors'
import { JavaLong } from '../java-number'
import { inherit, methodsOf } from '../method-table'
import { signOfDifference } from '../natural-order'
import { decodeWhole, parseUnsigned, parseWhole } from '../parse-java-number'
import { substring } from '../text/text-parts'
import { NUMBER_METHODS } from './number-methods'

const MIN = -(2n ** 31n)
const MAX = 2n ** 31n - 1n
const UNSIGNED_MAX = 2n ** 32n - 1n

function parse(text: string | null, radix = 10): number {
  return Number(parseWhole(text, radix, MIN, MAX))
}

/** A radix that Java does not know counts as ten. */
export function knownRadix(radix: number): number {
  return radix >= 2 && radix <= 36 ? radix : 10
}

export function bitCount(value: number): number {
  let count = 0
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}

function reverseBits(value: number): number {
  let reversed = 0
  for (let bit = 0; bit < 32; bit++) reversed = (reversed << 1) | ((value >>> bit) & 1)
  return reversed
}

function reverseBytes(value: number): number {
  return (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)
}

function trailingZeros(value: number): number {
  return value === 0 ? 32 : 31 - Math.clz32(value & -value)
}

function checkDivisor(divisor: number): void {
  if (divisor === 0) throw arithmeticError('/ by zero')
}

/** The public methods of `java.lang.Integer` in JDK 17. */
export const INTEGER_METHODS = inherit(
  methodsOf<number>()({
    'bitCount(int)': (_, value) => bitCount(value),
    'compare(int,int)': (_, a, b) => signOfDifference(a, b),
    'compareTo(Integer)': (value, other) => signOfDifference(value, other),
    'compareUnsigned(int,int)': (_, a, b) => signOfDifference(a >>> 0, b >>> 0),
    'decode(String)': (_, text) => Number(decodeWhole(text, MIN, MAX)),
    'divideUnsigned(int,int)': (_, a, b) => {
      checkDivisor(b)
      return Math.floor((a >>> 0) / (b >>> 0)) | 0
    },
    // No system property is to be seen.
    'getInteger(String?)': () => null,
    'getInteger(String?,int)': (_, _name, fallback) => fallback,
    'hashCode(int)': (_, value) => value,
    'highestOneBit(int)': (_, value) => (value === 0 ? 0 : (0x8000_0000 >>> Math.clz32(value)) | 0),
    'lowestOneBit(int)': (_, value) => value & -value,
    'max(int,int)': (_, a, b) => Math.max(a, b),
    'min(int,int)': (_, a, b) => Math.min(a, b),
    'numberOfLeadingZeros(int)': (_, value) => Math.clz32(value),
    'numberOfTrailingZeros(int)': (_, value) => trailingZeros(value),
    'parseInt(String?)': (_, text) => parse(text),
    'parseInt(String?,int)': (_, text, radix) => parse(text, radix),
    'parseInt(CharSequence,int,int,int)': (_, text, from, to, radix) => parse(substring(text, from, to), radix),
    'parseUnsignedInt(String?)': (_, text) => Number(parseUnsigned(text, 10, UNSIGNED_MAX)) | 0,
    'parseUnsignedInt(String?,int)': (_, text, radix) => Number(parseUnsigned(text, radix, UNSIGNED_MAX)) | 0,
    'parseUnsignedInt(CharSequence,int,int,int)': (_, text, from, to, radix) =>
      Number(parseUnsigned(substring(text, from, to), radix, UNSIGNED_MAX)) | 0,
    'remainderUnsigned(int,int)': (_, a, b) => {
      checkDivisor(b)
      return ((a >>> 0) % (b >>> 0)) | 0
    },
    'reverse(int)': (_, value) => reverseBits(value),
    'reverseBytes(int)': (_, value) => reverseBytes(value),
    'rotateLeft(int,int)': (_, value, distance) => (value << distance) | (value >>> -distance),
    'rotateRight(int,int)': (_, value, distance) => (value >>> distance) | (value << -distance),
    'signum(int)': (_, value) => Math.sign(value),
    'sum(int,int)': (_, a, b) => (a + b) | 0,
    'toBinaryString(int)': (_, value) => (value >>> 0).toString(2),
    'toHexString(int)': (_, value) => (value >>> 0).toString(16),
    'toOctalString(int)': (_, value) => (value >>> 0).toString(8),
    'toString(int)': (_, value) => String(value),
    'toString(int,int)': (_, value, radix) => value.toString(knownRadix(radix)),
    'toUnsignedLong(int)': (_, value) => new JavaLong(BigInt(value >>> 0)),
    'toUnsignedString(int)': (_, value) => String(value >>> 0),
    'toUnsignedString(int,int)': (_, value, radix) => (value >>> 0).toString(knownRadix(radix)),
    'valueOf(String?)': (_, text) => parse(text),
    'valueOf(String?,int)': (_, text, radix) => parse(text, radix),
    'valueOf(int)': (_, value) => value,
  }),
  NUMBER_METHODS,
)

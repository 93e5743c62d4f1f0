import { longHash } from '../hash-code'
import { arithmeticError } from '../java-errors'
import { JavaLong } from '../java-number'
import { compareBigInts } from '../big-decimal'
import { inherit, methodsOf } from '../method-table'
import { decodeWhole, parseUnsigned, parseWhole } from '../parse-java-number'
import { substring } from '../text/text-parts'
import { knownRadix } from './integer-methods'
import { NUMBER_METHODS } from './number-methods'

const MIN = -(2n ** 63n)
const MAX = 2n ** 63n - 1n
const UNSIGNED_MAX = 2n ** 64n - 1n
const BITS = 64

function long(value: bigint): JavaLong {
  return new JavaLong(BigInt.asIntN(BITS, value))
}

function unsigned(value: bigint): bigint {
  return BigInt.asUintN(BITS, value)
}

/** Sixty-four characters of "0" and "1". */
function bitsOf(value: bigint): string {
  return unsigned(value).toString(2).padStart(BITS, '0')
}

function parse(text: string | null, radix = 10): JavaLong {
  return new JavaLong(parseWhole(text, radix, MIN, MAX))
}

function ones(text: string): number {
  return text.replaceAll('0', '').length
}

function reverseBytes(value: bigint): JavaLong {
  const hex = unsigned(value).toString(16).padStart(16, '0')
  return long(BigInt(`0x${hex.match(/../g)!.reverse().join('')}`))
}

function rotateLeft(value: bigint, distance: number): JavaLong {
  const by = BigInt(distance & 63)
  return long((unsigned(value) << by) | (unsigned(value) >> (64n - by)))
}

function divisor(value: bigint): bigint {
  if (value === 0n) throw arithmeticError('/ by zero')
  return unsigned(value)
}

function leadingZeros(value: bigint): number {
  const first = bitsOf(value).indexOf('1')
  return first < 0 ? BITS : first
}

function trailingZeros(value: bigint): number {
  const last = bitsOf(value).lastIndexOf('1')
  return last < 0 ? BITS : BITS - 1 - last
}

/** The public methods of `java.lang.Long` in JDK 17. */
export const LONG_METHODS = inherit(
  methodsOf<JavaLong>()({
    'bitCount(long)': (_, value) => ones(bitsOf(value)),
    'compare(long,long)': (_, a, b) => compareBigInts(a, b),
    'compareTo(Long)': (target, other) => compareBigInts(target.value, other),
    'compareUnsigned(long,long)': (_, a, b) => compareBigInts(unsigned(a), unsigned(b)),
    'decode(String)': (_, text) => new JavaLong(decodeWhole(text, MIN, MAX)),
    'divideUnsigned(long,long)': (_, a, b) => long(unsigned(a) / divisor(b)),
    // No system property is to be seen.
    'getLong(String?)': () => null,
    'getLong(String?,long)': (_, _name, fallback) => new JavaLong(fallback),
    'hashCode(long)': (_, value) => longHash(value),
    'highestOneBit(long)': (_, value) => long(value === 0n ? 0n : 1n << BigInt(BITS - 1 - leadingZeros(value))),
    'lowestOneBit(long)': (_, value) => long(value & -value),
    'max(long,long)': (_, a, b) => new JavaLong(a > b ? a : b),
    'min(long,long)': (_, a, b) => new JavaLong(a < b ? a : b),
    'numberOfLeadingZeros(long)': (_, value) => leadingZeros(value),
    'numberOfTrailingZeros(long)': (_, value) => trailingZeros(value),
    'parseLong(String?)': (_, text) => parse(text),
    'parseLong(String?,int)': (_, text, radix) => parse(text, radix),
    'parseLong(CharSequence,int,int,int)': (_, text, from, to, radix) => parse(substring(text, from, to), radix),
    'parseUnsignedLong(String?)': (_, text) => long(parseUnsigned(text, 10, UNSIGNED_MAX)),
    'parseUnsignedLong(String?,int)': (_, text, radix) => long(parseUnsigned(text, radix, UNSIGNED_MAX)),
    'parseUnsignedLong(CharSequence,int,int,int)': (_, text, from, to, radix) =>
      long(parseUnsigned(substring(text, from, to), radix, UNSIGNED_MAX)),
    'remainderUnsigned(long,long)': (_, a, b) => long(unsigned(a) % divisor(b)),
    'reverse(long)': (_, value) => long(BigInt(`0b${[...bitsOf(value)].reverse().join('')}`)),
    'reverseBytes(long)': (_, value) => reverseBytes(value),
    'rotateLeft(long,int)': (_, value, distance) => rotateLeft(value, distance),
    'rotateRight(long,int)': (_, value, distance) => rotateLeft(value, -distance),
    'signum(long)': (_, value) => compareBigInts(value, 0n),
    'sum(long,long)': (_, a, b) => long(a + b),
    'toBinaryString(long)': (_, value) => unsigned(value).toString(2),
    'toHexString(long)': (_, value) => unsigned(value).toString(16),
    'toOctalString(long)': (_, value) => unsigned(value).toString(8),
    'toString(long)': (_, value) => value.toString(),
    'toString(long,int)': (_, value, radix) => value.toString(knownRadix(radix)),
    'toUnsignedString(long)': (_, value) => unsigned(value).toString(),
    'toUnsignedString(long,int)': (_, value, radix) => unsigned(value).toString(knownRadix(radix)),
    'valueOf(String?)': (_, text) => parse(text),
    'valueOf(String?,int)': (_, text, radix) => parse(text, radix),
    'valueOf(long)': (_, value) => new JavaLong(value),
  }),
  NUMBER_METHODS,
)

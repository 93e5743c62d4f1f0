import { bigInteger, positiveModulo } from '../arithmetic'
import { compareBigInts, magnitude } from '../big-decimal'
import {
  bitCountOf,
  bitLength,
  greatestCommonDivisor,
  isPrime,
  lowestSetBit,
  modularInverse,
  modularPower,
  nextPrime,
  power,
  shift,
  squareRoot,
  toBytes,
} from '../big-integer-math'
import { JavaArray } from '../java-array'
import { arithmeticError } from '../java-errors'
import { JavaBigInteger, JavaLong } from '../java-number'
import { inherit, methodsOf } from '../method-table'
import { byteArray } from '../primitive-arrays'
import { knownRadix } from './integer-methods'
import { NUMBER_METHODS, toByte, toShort } from './number-methods'

function notZero(divisor: bigint): bigint {
  if (divisor === 0n) throw arithmeticError('BigInteger divide by zero')
  return divisor
}

function exact(value: bigint, bits: number, name: string): bigint {
  if (BigInt.asIntN(bits, value) !== value) throw arithmeticError(`BigInteger out of ${name} range`)
  return value
}

function bitAt(index: number): bigint {
  if (index < 0) throw arithmeticError('Negative bit address')
  return shift(1n, index)
}

function pair(a: bigint, b: bigint): JavaArray {
  return new JavaArray([new JavaBigInteger(a), new JavaBigInteger(b)], '[Ljava.math.BigInteger;')
}

/** The public methods of `java.math.BigInteger` in JDK 17; those that need a source of chance are missing. */
export const BIG_INTEGER_METHODS = inherit(
  methodsOf<JavaBigInteger>()({
    'abs()': ({ value }) => new JavaBigInteger(magnitude(value)),
    'add(BigInteger)': ({ value }, other) => bigInteger(value + other),
    'and(BigInteger)': ({ value }, other) => new JavaBigInteger(value & other),
    'andNot(BigInteger)': ({ value }, other) => new JavaBigInteger(value & ~other),
    'bitCount()': ({ value }) => bitCountOf(value),
    'bitLength()': ({ value }) => bitLength(value),
    'byteValueExact()': ({ value }) => toByte(Number(exact(value, 8, 'byte'))),
    'clearBit(int)': ({ value }, index) => new JavaBigInteger(value & ~bitAt(index)),
    'compareTo(BigInteger)': ({ value }, other) => compareBigInts(value, other),
    'divide(BigInteger)': ({ value }, other) => new JavaBigInteger(value / notZero(other)),
    'divideAndRemainder(BigInteger)': ({ value }, other) => pair(value / notZero(other), value % other),
    'flipBit(int)': ({ value }, index) => new JavaBigInteger(value ^ bitAt(index)),
    'gcd(BigInteger)': ({ value }, other) => new JavaBigInteger(greatestCommonDivisor(value, other)),
    'getLowestSetBit()': ({ value }) => lowestSetBit(value),
    'intValueExact()': ({ value }) => Number(exact(value, 32, 'int')),
    'isProbablePrime(int)': ({ value }, certainty) => certainty <= 0 || isPrime(magnitude(value)),
    'longValueExact()': ({ value }) => new JavaLong(exact(value, 64, 'long')),
    'max(BigInteger)': (target, other) => (target.value >= other ? target : new JavaBigInteger(other)),
    'min(BigInteger)': (target, other) => (target.value <= other ? target : new JavaBigInteger(other)),
    'mod(BigInteger)': ({ value }, modulus) => new JavaBigInteger(positiveModulo(value, modulus)),
    'modInverse(BigInteger)': ({ value }, modulus) => new JavaBigInteger(modularInverse(value, modulus)),
    'modPow(BigInteger,BigInteger)': ({ value }, exponent, modulus) =>
      new JavaBigInteger(modularPower(value, exponent, modulus)),
    'multiply(BigInteger)': ({ value }, other) => bigInteger(value * other),
    'negate()': ({ value }) => new JavaBigInteger(-value),
    'nextProbablePrime()': ({ value }) => new JavaBigInteger(nextPrime(value)),
    'not()': ({ value }) => new JavaBigInteger(~value),
    'or(BigInteger)': ({ value }, other) => new JavaBigInteger(value | other),
    'pow(int)': ({ value }, exponent) => bigInteger(power(value, exponent)),
    'remainder(BigInteger)': ({ value }, other) => new JavaBigInteger(value % notZero(other)),
    'setBit(int)': ({ value }, index) => new JavaBigInteger(value | bitAt(index)),
    'shiftLeft(int)': ({ value }, count) => bigInteger(shift(value, count)),
    'shiftRight(int)': ({ value }, count) => bigInteger(shift(value, -count)),
    'shortValueExact()': ({ value }) => toShort(Number(exact(value, 16, 'short'))),
    'signum()': ({ value }) => compareBigInts(value, 0n),
    'sqrt()': ({ value }) => new JavaBigInteger(squareRoot(value)),
    'sqrtAndRemainder()': ({ value }) => pair(squareRoot(value), value - squareRoot(value) ** 2n),
    'subtract(BigInteger)': ({ value }, other) => bigInteger(value - other),
    'testBit(int)': ({ value }, index) => (index > bitLength(value) ? value < 0n : (value & bitAt(index)) !== 0n),
    'toByteArray()': ({ value }) => byteArray(toBytes(value)),
    'toString(int)': ({ value }, radix) => value.toString(knownRadix(radix)),
    'valueOf(long)': (_, value) => new JavaBigInteger(value),
    'xor(BigInteger)': ({ value }, other) => new JavaBigInteger(value ^ other),
  }),
  NUMBER_METHODS,
)

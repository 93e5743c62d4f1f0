import { positiveModulo } from './arithmetic'
import { magnitude } from './big-decimal'
import { arithmeticError, outOfMemory } from './java-errors'

/** Prime tests and powers of longer numbers take longer than any payload is worth. */
const MAX_SLOW_BITS = 2_048
const MAX_BITS = 600_000
const MAX_GCD_BITS = 65_536
/** Enough to be sure below 3.3e24, and as good as sure above. */
const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n]

/** The bits of a number above zero, without leading zeros; 0 for zero. */
function lengthInBits(value: bigint): number {
  if (value === 0n) return 0
  const hex = value.toString(16)
  return 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)))
}

/** `bitLength()`: of a negative number that of its complement. */
export function bitLength(value: bigint): number {
  return lengthInBits(value < 0n ? -value - 1n : value)
}

function refuseLonger(value: bigint, bits: number): void {
  if (lengthInBits(magnitude(value)) > bits) throw outOfMemory()
}

/** Errors, here and below: OutOfMemoryError for numbers that would take too long. */
export function power(base: bigint, exponent: number): bigint {
  if (exponent < 0) throw arithmeticError('Negative exponent')
  if (magnitude(base) > 1n && lengthInBits(magnitude(base)) * exponent > MAX_BITS) throw outOfMemory()
  return base ** BigInt(exponent)
}

export function shift(value: bigint, left: number): bigint {
  if (value !== 0n && left + lengthInBits(magnitude(value)) > MAX_BITS) throw outOfMemory()
  if (left >= 0) return value << BigInt(value === 0n ? 0 : left)
  return value >> BigInt(-left)
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  refuseLonger(a, MAX_GCD_BITS)
  refuseLonger(b, MAX_GCD_BITS)
  let left = magnitude(a)
  let right = magnitude(b)
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}

/** `modPow`; a negative exponent asks for the inverse. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus <= 0n) throw arithmeticError('BigInteger: modulus not positive')
  for (const value of [base, exponent, modulus]) refuseLonger(value, MAX_SLOW_BITS)
  let result = 1n % modulus
  let square = exponent < 0n ? modularInverse(base, modulus) : positiveModulo(base, modulus)
  for (let rest = magnitude(exponent); rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

export function modularInverse(value: bigint, modulus: bigint): bigint {
  if (modulus <= 0n) throw arithmeticError('BigInteger: modulus not positive')
  refuseLonger(value, MAX_GCD_BITS)
  refuseLonger(modulus, MAX_GCD_BITS)
  let [previous, current] = [modulus, positiveModulo(value, modulus)]
  let [before, factor] = [0n, 1n]
  while (current > 0n) {
    const quotient = previous / current
    ;[previous, current] = [current, previous - quotient * current]
    ;[before, factor] = [factor, before - quotient * factor]
  }
  if (previous !== 1n) throw arithmeticError('BigInteger not invertible.')
  return positiveModulo(before, modulus)
}

export function squareRoot(value: bigint): bigint {
  if (value < 0n) throw arithmeticError('Negative BigInteger')
  refuseLonger(value, MAX_GCD_BITS)
  if (value < 2n) return value
  let root = 1n << BigInt((lengthInBits(value) + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

export function isPrime(value: bigint): boolean {
  refuseLonger(value, MAX_SLOW_BITS)
  if (value < 2n) return false
  for (const prime of WITNESSES) if (value % prime === 0n) return value === prime
  let odd = value - 1n
  let twos = 0
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++
  return WITNESSES.every((witness) => passes(witness, value, odd, twos))
}

/** Miller and Rabin's test. */
function passes(witness: bigint, value: bigint, odd: bigint, twos: number): boolean {
  let power = modularPower(witness, odd, value)
  if (power === 1n) return true
  for (let round = 0; round < twos; round++) {
    if (power === value - 1n) return true
    power = (power * power) % value
  }
  return false
}

export function nextPrime(value: bigint): bigint {
  if (value < 0n) throw arithmeticError(`start < 0: ${value}`)
  // Primes of this length are some hundreds apart, and each test takes a while.
  refuseLonger(value, MAX_SLOW_BITS / 4)
  if (value < 2n) return 2n
  let candidate = value + 1n + (value & 1n)
  while (!isPrime(candidate)) candidate += 2n
  return candidate
}

/** The bits that differ from the sign. */
export function bitCountOf(value: bigint): number {
  return (value < 0n ? -value - 1n : value).toString(2).replaceAll('0', '').length
}

/** The number of zeros at the right end; -1 for zero. */
export function lowestSetBit(value: bigint): number {
  if (value === 0n) return -1
  const bits = magnitude(value).toString(2)
  return bits.length - 1 - bits.lastIndexOf('1')
}

/** Two's complement, the sign bit first, in as few bytes (0-255) as it takes. */
export function toBytes(value: bigint): number[] {
  const length = Math.floor(bitLength(value) / 8) + 1
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0')
  return Array.from({ length }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16))
}
